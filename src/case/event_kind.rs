//! The kinds of events.

use super::{Answered, CaseId, EventId, Handover, Judged, Promised, Received, Resolution, Status};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// What happened in a case.
///
/// # Example
/// ```
/// use webcare::case::EventKind;
///
/// let moved = EventKind::Assigned { queue: Some("invoices".to_owned()), agent: None };
/// assert_eq!(moved.as_str(), "assigned");
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[non_exhaustive]
pub enum EventKind {
    /// The customer wrote.
    Received(Received),
    /// We wrote to the customer.
    Answered(Answered),
    /// An answer has arrived, as the platform tells.
    Delivered {
        /// The event of that answer.
        answer: EventId,
    },
    /// An answer has not arrived: it counts only if it is delivered later.
    DeliveryFailed {
        /// The event of that answer.
        answer: EventId,
        /// Why, in the platform's words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
    },
    /// Somebody of ours wrote something down; the customer does not see it.
    Noted {
        /// What was written.
        text: String,
    },
    /// It was given to somebody. Names a queue, an agent, or both; a queue alone takes it
    /// from the agent.
    Assigned {
        /// The queue; `None` leaves it where it is.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        queue: Option<String>,
        /// The agent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        agent: Option<String>,
    },
    /// Somebody said where it stands.
    StatusChanged {
        /// Where it stands from now on; any but [`Status::New`].
        to: Status,
        /// Why.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
    },
    /// It was judged: in which language it is, how soon it is to be handled, what it is
    /// about. Each time a part is given, it takes the place of what was said before.
    Judged(Judged),
    /// It was handed over with what the next one has to know, within the house or to
    /// another organisation.
    HandedOver(Handover),
    /// We promised something: "we find out", with or without a time of its own.
    Promised(Promised),
    /// A promise was kept by other means than an answer.
    PromiseKept {
        /// The event of the promise.
        promise: EventId,
    },
    /// Nothing is owed any more, with the one outcome that is recorded.
    Resolved(Resolution),
    /// Another case of the same person has become part of this one.
    Merged {
        /// The case that is gone.
        case: CaseId,
    },
    /// Something that this version does not know: kept, and of no effect.
    #[serde(skip)]
    Other {
        /// The word for its kind; not one that this version knows.
        kind: String,
        /// All that belongs to it, but for `id`, `at` and `by`.
        data: Map<String, Value>,
    },
}

impl EventKind {
    /// The words of the kinds that this version knows.
    pub(super) const WORDS: [&'static str; 13] = [
        "received",
        "answered",
        "delivered",
        "delivery_failed",
        "noted",
        "assigned",
        "status_changed",
        "judged",
        "handed_over",
        "promised",
        "promise_kept",
        "resolved",
        "merged",
    ];

    /// The word used in data, for instance `"received"`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Received(_) => "received",
            Self::Answered(_) => "answered",
            Self::Delivered { .. } => "delivered",
            Self::DeliveryFailed { .. } => "delivery_failed",
            Self::Noted { .. } => "noted",
            Self::Assigned { .. } => "assigned",
            Self::StatusChanged { .. } => "status_changed",
            Self::Judged(_) => "judged",
            Self::HandedOver(_) => "handed_over",
            Self::Promised(_) => "promised",
            Self::PromiseKept { .. } => "promise_kept",
            Self::Resolved(_) => "resolved",
            Self::Merged { .. } => "merged",
            Self::Other { kind, .. } => kind,
        }
    }
}
