"""Prints pages of ten contacts, one a line: all different, the same in each run."""

import json


def contact(number):
    return {
        "firstName": "john",
        "lastName": f"doe_{number}",
        "fullName": f"john doe_{number}",
        "salutation": "mr",
        "cellPhone": {"extension": "+91", "phoneNumber": f"+9195501{number:05}", "countryCode": "+91"},
        "status": "ACTIVE",
        "instanceBotId": "st-7dc994f0-4436-5134-9fa8-a94262500000",
        "orgId": "o-16ff21d2-5d27-5fb2-b9bd-9fedb5f00000",
        "accountId": "65f7d49a5dd06e2cefa00000",
        "createdBy": "u-cc6ebd6c-656c-5364-abfc-ad5f80e00000",
        "createdByAId": "a-6c63a33-c2a7-49e8-a5ab-82449c800000",
        "address": [],
        "twitterDetails": [],
        "createdAt": "2024-06-28T05:24:07.218Z",
        "updatedAt": "2026-01-05T09:16:34.633Z",
        "updatedBy": "u-cc6ebd6c-656c-5364-abfc-ad5f80e00000",
        "updatedByAId": "a-6c63a33-c2a7-49e8-a5ab-82449c800000",
        "id": f"667e48f7c8b972fc69{number:06}",
    }


PAGES = 400
for page in range(PAGES):
    body = {
        "results": [contact(10 * page + index) for index in range(10)],
        "skip": 10 * page,
        "limit": 10,
        "hasMore": page + 1 < PAGES,
        "totalPages": PAGES,
        "totalResults": 10 * PAGES,
    }
    print(json.dumps(body, separators=(",", ":")))
