"""Who signs in to the demo: one for each role."""

PASSWORD = "funnel-demo"
SIGNINS = [
    ("mara@demo.example", "marketer"),
    ("sam@demo.example", "salesperson"),
    ("greta@demo.example", "manager"),
    ("ana@demo.example", "analyst"),
    ("adam@demo.example", "admin"),
]
FIRST_ADMIN = "admin@demo.example"
