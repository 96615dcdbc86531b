"""A visitor who uses the JSON interface of a running Lyhty, in words that read like the visit."""

import uuid
from typing import Any

import httpx


class Visitor:
    """One person with one conversation."""

    def __init__(self, base: str, language: str = "fi", headers: dict[str, str] | None = None) -> None:
        self.language = language
        self.http = httpx.Client(base_url=base, timeout=30, headers=headers or {})
        self.token = ""

    def begins(self) -> "Visitor":
        answer = self.http.post("/api/conversations", json={"language": self.language})
        assert answer.status_code == 201, answer.text
        self.token = answer.json()["token"]
        return self

    @property
    def authorization(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}

    def posts(self, text: str, message_id: str | None = None) -> httpx.Response:
        body = {"text": text, "language": self.language, "id": message_id or str(uuid.uuid4())}
        return self.http.post("/api/messages", json=body, headers=self.authorization)

    def asks(self, text: str) -> dict[str, Any]:
        answer = self.posts(text)
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    def reads(self) -> httpx.Response:
        return self.http.get("/api/conversation", headers=self.authorization)

    def deletes(self) -> httpx.Response:
        return self.http.delete("/api/conversation", headers=self.authorization)
