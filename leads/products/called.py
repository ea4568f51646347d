"""What the columns of a file of products are called, in small letters."""

CALLED = {
    "sku": ("sku", "article number", "item number", "product code", "product id", "part number")
    + ("artikelnummer", "artikel-nr.", "art.-nr.", "código", "código do produto", "referencia")
    + ("referência", "código de producto"),
    "name": ("name", "product", "product name", "title", "produkt", "bezeichnung", "artikel")
    + ("nome", "produto", "nombre", "producto"),
    "unit": ("unit", "unit of measure", "einheit", "mengeneinheit", "unidade", "unidad"),
    "description": ("description", "beschreibung", "descrição", "descripción"),
    "active": ("active", "on sale", "is active", "aktiv", "im verkauf", "ativo", "activo"),
}
