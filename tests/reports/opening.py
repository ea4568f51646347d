"""Opening the page of a lead as somebody."""


def opened(client, lead, reader, **query):
    client.force_login(reader)
    return client.get(lead.get_absolute_url(), query)


def page(client, lead, reader, **query):
    answer = opened(client, lead, reader, **query)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())
