"""What the columns about people are called: in other programs' exports, and by anybody."""

from funnel.imports.registry import Preset

HUBSPOT = {
    "source_id": ("Record ID", "Contact ID"),
    "first_name": ("First Name",),
    "last_name": ("Last Name",),
    "email": ("Email",),
    "phone": ("Phone Number", "Mobile Phone Number"),
    "company": ("Company Name", "Associated Company"),
}
SALESFORCE = {
    "source_id": ("Lead ID", "Contact ID", "Id"),
    "first_name": ("First Name", "FirstName"),
    "middle_name": ("Middle Name", "MiddleName"),
    "last_name": ("Last Name", "LastName"),
    "email": ("Email",),
    "phone": ("Phone", "Mobile", "Mobile Phone", "MobilePhone"),
    "company": ("Company / Account", "Company", "Account Name"),
}
PIPEDRIVE = {
    "source_id": ("Person - ID", "Person - Pipedrive System ID"),
    "name": ("Person - Name",),
    "first_name": ("Person - First name",),
    "last_name": ("Person - Last name",),
    "email": ("Person - Email - Work", "Person - Email (Work)", "Person - Email")
    + ("Person - Email - Home", "Person - Email - Other"),
    "phone": ("Person - Phone - Work", "Person - Phone (Work)", "Person - Phone")
    + ("Person - Phone - Mobile", "Person - Phone - Home", "Person - Phone - Other"),
    "company": ("Person - Organization", "Organization - Name", "Organization name"),
}
GOOGLE = {  # as it is written since 2024, and before
    "name": ("Name",),
    "first_name": ("First Name", "Given Name"),
    "middle_name": ("Middle Name", "Additional Name"),
    "last_name": ("Last Name", "Family Name"),
    "email": ("E-mail 1 - Value",),
    "phone": ("Phone 1 - Value",),
    "company": ("Organization Name", "Organization 1 - Name"),
}
PRESETS = (
    Preset("hubspot", "HubSpot", HUBSPOT),
    Preset("salesforce", "Salesforce", SALESFORCE),
    Preset("pipedrive", "Pipedrive", PIPEDRIVE),
    Preset("google", "Google Contacts", GOOGLE),
)

CALLED = {  # in English, German, Portuguese and Spanish
    "source_id": ("id", "record id", "contact id", "lead id", "external id", "kundennummer")
    + ("número do cliente", "código", "número de cliente"),
    "name": ("full name", "contact", "contact name", "contact person", "vollständiger name")
    + ("ansprechpartner", "nome", "nome completo", "contato", "nombre completo", "contacto"),
    "first_name": ("first name", "firstname", "given name", "vorname", "primeiro nome")
    + ("nombre", "nombre de pila"),
    "middle_name": ("middle name", "additional name", "zweiter vorname", "nome do meio")
    + ("segundo nombre",),
    "last_name": ("last name", "lastname", "surname", "family name", "nachname", "familienname")
    + ("sobrenome", "apelido", "apellido", "apellidos"),
    "email": ("e-mail", "email", "e-mail address", "email address", "mail", "e-mail-adresse")
    + ("endereço de e-mail", "correo", "correo electrónico"),
    "phone": ("phone", "phone number", "telephone", "tel", "tel.", "mobile", "mobile phone")
    + ("telefon", "telefonnummer", "handy", "mobil", "telefone", "celular", "teléfono", "móvil"),
    "company": ("company", "company name", "organization", "organisation", "account")
    + ("account name", "firma", "unternehmen", "empresa", "organização", "compañía")
    + ("organización",),
}
