from leads.forms.models.consents import Consent, ConsentText, ConsentWording
from leads.forms.models.form import Form, new_token
from leads.forms.models.version import FormVersion

__all__ = ["Consent", "ConsentText", "ConsentWording", "Form", "FormVersion", "new_token"]
