from leads.spending.forms.budget import MonthsForm
from leads.spending.forms.entries import CompanySpendForm, ReachForm, SpendForm
from leads.spending.forms.listing import LedgerForm

__all__ = ["CompanySpendForm", "LedgerForm", "MonthsForm", "ReachForm", "SpendForm"]
