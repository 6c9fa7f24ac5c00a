//! Events as they are written in data.

use super::{Actor, Event, EventId, EventKind, Resolution, Status};
use chrono::{DateTime, Utc};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Map, Value};

#[derive(Serialize)]
struct Written<'e> {
    id: &'e EventId,
    at: DateTime<Utc>,
    by: &'e Actor,
    #[serde(flatten)]
    body: Body<'e>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Body<'e> {
    Known(&'e EventKind),
    Other {
        kind: &'e str,
        #[serde(flatten)]
        data: &'e Map<String, Value>,
    },
}

impl Serialize for Event {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let body = match &self.kind {
            EventKind::Other { kind, data } => Body::Other { kind, data },
            known => Body::Known(known),
        };
        Written { id: &self.id, at: self.at, by: &self.by, body }.serialize(serializer)
    }
}

#[derive(Deserialize)]
struct Read {
    id: Option<EventId>,
    at: DateTime<Utc>,
    by: Option<Actor>,
    kind: String,
    #[serde(flatten)]
    data: Map<String, Value>,
}

impl<'de> Deserialize<'de> for Event {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Read { id, at, by, kind, data } = Read::deserialize(deserializer)?;
        let kind = body(kind, data).map_err(D::Error::custom)?;
        let usual = match kind {
            EventKind::Received(_) => Actor::Customer,
            _ => Actor::Unknown,
        };
        let by = by.unwrap_or(usual);
        let mut event = Self { id: EventId::unnamed(), at, by, kind };
        event.id = match (id, event.message()) {
            (Some(id), _) => id,
            (None, Some(message)) => EventId::of_mention(message.mention()),
            (None, None) => return Err(D::Error::missing_field("id")),
        };
        Ok(event)
    }
}

/// The keys that every event has.
const KEYS: [&str; 4] = ["id", "at", "by", "kind"];

/// Whether this version does not know such an event: its kind, or a status or outcome that it names.
fn is_newer(kind: &str, data: &Map<String, Value>) -> bool {
    match kind {
        "status_changed" => {
            let status = data.get("to").and_then(Value::as_str);
            status.is_some_and(|word| Status::known(word).is_none())
        }
        "resolved" => {
            let outcome = data.get("outcome").and_then(Value::as_str);
            outcome.is_some_and(|word| !Resolution::WORDS.contains(&word))
        }
        word => !EventKind::WORDS.contains(&word),
    }
}

/// Why an event of another kind could not be read back as it is written.
pub(super) fn unreadable(kind: &str, data: &Map<String, Value>) -> Option<String> {
    if let Some(key) = KEYS.iter().find(|key| data.contains_key(**key)) {
        return Some(format!("what belongs to its kind cannot be called \"{key}\""));
    }
    (!is_newer(kind, data)).then(|| format!("the kind \"{kind}\" is known, and not another one"))
}

/// What belongs to a kind. A kind, or a status, that this version does not know is kept.
fn body(kind: String, mut data: Map<String, Value>) -> Result<EventKind, serde_json::Error> {
    if is_newer(&kind, &data) {
        return Ok(EventKind::Other { kind, data });
    }
    data.insert("kind".to_owned(), Value::String(kind));
    EventKind::deserialize(Value::Object(data))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn every_kind_is_written_as_it_is_read() {
        let at = "2026-11-02T10:00:00Z";
        for written in [
            json!({"id": "mention:m-1", "at": at, "by": "customer", "kind": "received",
                   "mention": "m-1", "channel": "x", "origin": "found:brand",
                   "visibility": "public", "author": "jan", "external_id": "99",
                   "account": "ns", "thread": {"parent": "98", "parent_state": "unknown"},
                   "thanks": true}),
            json!({"id": "a-1", "at": at, "by": "agent:Ruben", "kind": "answered",
                   "to": "m-1", "sent_as": "100"}),
            json!({"id": "d-1", "at": at, "by": "unknown", "kind": "delivered", "answer": "a-1"}),
            json!({"id": "d-2", "at": at, "by": "unknown", "kind": "delivery_failed",
                   "answer": "a-1", "reason": "window closed"}),
            json!({"id": "n-1", "at": at, "by": "agent", "kind": "noted", "text": "Gebeld."}),
            json!({"id": "s-1", "at": at, "by": "automation", "kind": "assigned",
                   "queue": "trips", "agent": "Noor"}),
            json!({"id": "t-1", "at": at, "by": "agent:Noor", "kind": "status_changed",
                   "to": "resolved", "reason": "spam"}),
            json!({"id": "a-2", "at": at, "by": "agent:Ruben", "kind": "answered",
                   "to": "m-1", "holding": true}),
            json!({"id": "j-1", "at": at, "by": "automation", "kind": "judged",
                   "language": "nl", "priority": "high", "tags": ["delivery", "vip"]}),
            json!({"id": "h-1", "at": at, "by": "agent:Noor", "kind": "handed_over",
                   "organisation": "Infrabel", "know": "Trein 2834 gemist."}),
            json!({"id": "h-2", "at": at, "by": "agent:Noor", "kind": "handed_over",
                   "queue": "invoices", "agent": "Jef", "know": "Factuur 7 klopt niet."}),
            json!({"id": "p-1", "at": at, "by": "agent:Noor", "kind": "promised",
                   "due": "2026-11-03T10:00:00Z", "text": "We bellen morgen.", "answer": "a-2"}),
            json!({"id": "p-2", "at": at, "by": "agent:Noor", "kind": "promise_kept",
                   "promise": "p-1"}),
            json!({"id": "r-1", "at": at, "by": "agent:Noor", "kind": "resolved",
                   "outcome": "answered"}),
            json!({"id": "r-2", "at": at, "by": "agent:Noor", "kind": "resolved",
                   "outcome": "no_answer_needed", "reason": "venting"}),
            json!({"id": "r-3", "at": at, "by": "agent:Noor", "kind": "resolved",
                   "outcome": "duplicate", "of": "c-9"}),
            json!({"id": "g-1", "at": at, "by": "agent:Noor", "kind": "merged", "case": "c-8"}),
        ] {
            let event: Event = serde_json::from_value(written.clone()).unwrap();
            assert_eq!(serde_json::to_value(&event).unwrap(), written);
            let word = event.kind().as_str();
            assert!(EventKind::WORDS.contains(&word), "{word}");
            assert_eq!(word, written["kind"]);
        }
    }

    #[test]
    fn a_newer_kind_or_status_is_kept_whole() {
        for written in [
            json!({"id": "p-1", "at": "2026-11-02T10:00:00Z", "by": "oracle", "kind": "dreamt",
                   "due": {"in": "2h"}, "words": [1, 2]}),
            json!({"id": "p-2", "at": "2026-11-02T10:00:00Z", "by": "agent",
                   "kind": "status_changed", "to": "asleep", "until": "spring"}),
            json!({"id": "p-3", "at": "2026-11-02T10:00:00Z", "by": "agent",
                   "kind": "resolved", "outcome": "framed", "on": "the wall"}),
        ] {
            let event: Event = serde_json::from_value(written.clone()).unwrap();
            assert!(matches!(event.kind(), EventKind::Other { .. }), "{event:?}");
            assert_eq!(event.kind().as_str(), written["kind"]);
            assert_eq!(serde_json::to_value(&event).unwrap(), written);
        }
    }

    #[test]
    fn what_is_missing_is_named() {
        for (written, missing) in [
            (json!({"at": "2026-11-02T10:00:00Z", "kind": "noted", "text": "x"}), "`id`"),
            (json!({"id": "n", "kind": "noted", "text": "x"}), "`at`"),
            (json!({"id": "n", "at": "2026-11-02T10:00:00Z", "kind": "noted"}), "`text`"),
            (json!({"at": "2026-11-02T10:00:00Z", "kind": "received"}), "`mention`"),
        ] {
            let error = serde_json::from_value::<Event>(written).unwrap_err().to_string();
            assert!(error.contains(missing), "{error}");
        }
    }
}
