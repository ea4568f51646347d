"""Who appears in the demo: people and places that do not exist.

Telephone numbers come from the ranges that the German regulator keeps free for films, mail
addresses from the domains that are kept free for examples.
"""

import unicodedata


def listed(text):
    return text.split()


FIRST = listed(
    """
    Agnieszka Aino Aleksandra Alina Amara Amélie Anders Andrea Anouk Antonio Aoife Arjun Astrid
    Ayşe Bartosz Beatriz Birgit Bogdan Camille Carla Carsten Cem Chiara Ciarán Clara Dagmar Damir
    Daria David Diego Dimitri Dorota Eero Elena Elif Emil Erik Esther Eva Fabio Farid Fatima Finn
    Florence Frida Gabriel Georgios Giulia Gökhan Hanna Helge Henrik Hugo Ida Ilse Imre Ingrid
    Irina Ivan Jakub Jana Jasper João Joost Julia Kaja Karin Katarzyna Kerem Klara Kofi Lars Laura
    Lena Leszek Lidia Linnea Luca Ludmila Luís Magda Maja Malik Manon Marek Marianne Marko Marta
    Matteo Mehmet Milan Mirela Nadia Natalia Nele Nikola Nils Nora Olena Oskar Paolo Patrícia
    Petra Quentin Radu Rasmus Renate Rosa Ruth Samira Sanna Silvia Sofia Stefan Svea Tadeusz
    Tamara Thea Thomas Tilda Tomáš Uwe Valentina Vera Viktor Wanda Yara Yusuf Zofia Zoran
    """
)
LAST = listed(
    """
    Abend Adebayo Ahlström Almeida Andersson Arnold Baranowski Barbosa Baumann Becker Bellini
    Bergmann Bianchi Blaževič Boateng Böhme Bonnet Brinkmann Cabrera Castro Celik Conti Costa Dahl
    Danielsen Demir Dietz Doyle Duarte Dvořák Eklund Engel Fabre Falk Farkas Ferrari Fischer
    Fontaine Franke Gallagher Garcia Georgiou Grabowski Gruber Haas Hakimi Halvorsen Hansen Heller
    Hoxha Ilić Ionescu Ivanova Jansen Jansson Kaiser Kallio Kaminski Kaya Kowalczyk Krüger Kuhn
    Laine Lambert Lehmann Leroy Lopes Lorenz Marin Markovic Martens Mazur Meier Mensah Moreau
    Moser Murphy Navarro Neumann Nilsen Nowak Okafor Olsen Oppong Orlov Östberg Papadakis Pereira
    Petersen Petrenko Pohl Popescu Quinn Rahimi Richter Rinaldi Rossi Roth Sandberg Santos Sauer
    Schäfer Schreiber Sedlák Seidel Serrano Shevchenko Simon Sørensen Stein Şahin Thiel Tóth
    Vasquez Virtanen Vogel Wagner Weiss Winkler Wolff Yildiz Zając Zeller Zimmer
    """
)
PLACES = listed(
    """
    Sonnenhügel Lindenhof Havelblick Kastanie Seestern Nordstern Wiesengrund Hasenheide Morgenrot
    Schwalbennest Kiebitz Mühlental Rosengarten Kranich Uferweg Birkenhain Eulenturm Auwald
    Kirschallee Hafenkante Pappelhof Steinbogen Nordwind Glasfabrik Krähenwinkel Spreetal
    Weidendamm Alte-Mälzerei Drachenwiese Fuchsbau Bernstein Marienberg Parkstraße Ziegelhof
    Tannenblick Elsterbogen Seilerei Kornspeicher Südtor Kupferdach
    """
)
AREAS = ("+493023125", "+496990009", "+494066969", "+492214710", "+498999998")
NUMBERS = 1000  # in each area
PRIVATE = ("example.com", "example.net", "example.org")
PLAIN = str.maketrans({"ß": "ss", "ø": "o", "ł": "l", "ı": "i", "ä": "ae", "ö": "oe", "ü": "ue"})


def plain(text):
    """Lower-case ASCII with hyphens, as it may stand in an address."""
    folded = unicodedata.normalize("NFKD", text.lower().translate(PLAIN))
    kept = "".join(each if each.isalnum() else "-" for each in folded if ord(each) < 128)
    return "-".join(part for part in kept.split("-") if part)


def phone(number):
    """One of five thousand telephone numbers that belong to nobody."""
    return f"{AREAS[number % len(AREAS)]}{number // len(AREAS) % NUMBERS:03}"


class Directory:
    """Gives everybody a name and an address of their own."""

    def __init__(self):
        self.taken, self.named = set(), set()

    def name(self, rng):
        """(first name, last name), as nobody else in it is called."""
        while True:
            name = rng.choice(FIRST), rng.choice(LAST)
            if name not in self.named:
                self.named.add(name)
                return name

    def mail(self, first, last, company, rng):
        domain = f"{plain(company)}.example" if company else rng.choice(PRIVATE)
        address, number = f"{plain(first)}.{plain(last)}@{domain}", 1
        while address in self.taken:
            number += 1
            address = f"{plain(first)}.{plain(last)}{number}@{domain}"
        self.taken.add(address)
        return address
