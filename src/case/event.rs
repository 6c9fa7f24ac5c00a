//! What happens in a case.

use super::wire::unreadable;
use super::{Actor, Answered, EventId, Message, Status};
use crate::mention::Mention;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// One thing that happened in a case: what, when, and by whom.
///
/// Written as one object: `id`, `at`, `by`, `kind`, and what belongs to the kind. Where
/// `id` is left out, a message is named after its mention. A kind that this version does
/// not know is kept whole, as [`EventKind::Other`].
///
/// # Example
/// ```
/// use webcare::case::{Event, EventKind};
///
/// let json = r#"{"id":"e-2","at":"2026-11-02T10:00:00Z","by":"agent:noor","kind":"noted",
///                "text":"Heeft vorige week ook gebeld."}"#;
/// let event: Event = serde_json::from_str(json)?;
/// assert_eq!(event.by().name(), Some("noor"));
/// assert!(matches!(event.kind(), EventKind::Noted { .. }));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    pub(super) id: EventId,
    pub(super) at: DateTime<Utc>,
    pub(super) by: Actor,
    pub(super) kind: EventKind,
}

impl Event {
    /// An event. A message is better made with [`of`](Self::of).
    #[must_use]
    pub const fn new(id: EventId, at: DateTime<Utc>, by: Actor, kind: EventKind) -> Self {
        Self { id, at, by, kind }
    }

    /// The event that brings `mention` into a case: a message of the customer is
    /// received, one of ours is an answer.
    ///
    /// It happened when [`Mention::since`] says, but not after `now`: we cannot hold what
    /// is not yet written.
    ///
    /// # Example
    /// ```
    /// use chrono::{TimeZone, Utc};
    /// use webcare::case::{Actor, Event};
    /// use webcare::mention::Mention;
    ///
    /// let now = Utc.with_ymd_and_hms(2026, 11, 2, 9, 0, 0).unwrap();
    /// let event = Event::of(&Mention::builder("m-1").text("Hallo?").build()?, now);
    /// assert_eq!((event.id().as_str(), event.at()), ("mention:m-1", now));
    /// assert_eq!(event.by(), &Actor::Customer);
    /// # Ok::<(), webcare::Error>(())
    /// ```
    #[must_use]
    pub fn of(mention: &Mention, now: DateTime<Utc>) -> Self {
        let message = Box::new(Message::of(mention));
        let kind = if mention.direction().is_outbound() {
            EventKind::Answered(Answered::brought(message))
        } else {
            EventKind::Received(Received { message, thanks: false })
        };
        Self {
            id: EventId::of_mention(mention.id()),
            at: mention.since(now).min(now),
            by: Actor::from(mention.direction()),
            kind,
        }
    }

    /// The same, where `thanks` says whether the message is thanks and nothing else.
    /// Thanks alone opens no clock, unless the case begins with it, and reopens nothing.
    /// An event that is not a message of the customer stays as it is.
    #[must_use]
    pub fn with_thanks(mut self, thanks: bool) -> Self {
        if let EventKind::Received(received) = &mut self.kind {
            received.thanks = thanks;
        }
        self
    }

    /// Its name.
    #[must_use]
    pub const fn id(&self) -> &EventId {
        &self.id
    }

    /// When it happened.
    #[must_use]
    pub const fn at(&self) -> DateTime<Utc> {
        self.at
    }

    /// Who did it.
    #[must_use]
    pub const fn by(&self) -> &Actor {
        &self.by
    }

    /// What happened.
    #[must_use]
    pub const fn kind(&self) -> &EventKind {
        &self.kind
    }

    /// The message it brought, of the customer or of ours.
    #[must_use]
    pub fn message(&self) -> Option<&Message> {
        match &self.kind {
            EventKind::Received(received) => Some(received.message()),
            EventKind::Answered(answered) => answered.message(),
            _ => None,
        }
    }

    /// Why no case can take it, whatever else is in its log.
    pub(super) fn contradiction(&self) -> Option<String> {
        if let Some(message) = self.message()
            && self.id != EventId::of_mention(message.mention())
        {
            let named = EventId::of_mention(message.mention());
            return Some(format!("expected the name \"{named}\", after its mention"));
        }
        match (&self.kind, &self.by) {
            (EventKind::Received(_), by) if *by != Actor::Customer => {
                Some(format!("a message is received from the customer, found \"{by}\""))
            }
            (EventKind::Answered(_), Actor::Customer) => {
                Some("an answer is ours, found \"customer\"".to_owned())
            }
            (EventKind::Assigned { queue: None, agent: None }, _) => {
                Some("an assignment names a queue, an agent or both, found neither".to_owned())
            }
            (EventKind::StatusChanged { to: Status::New, .. }, _) => {
                Some("a case is new until it is taken up, and never again".to_owned())
            }
            (EventKind::Other { kind, data }, _) => unreadable(kind, data),
            _ => None,
        }
    }
}

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
    pub(super) const WORDS: [&'static str; 7] = [
        "received",
        "answered",
        "delivered",
        "delivery_failed",
        "noted",
        "assigned",
        "status_changed",
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
            Self::Other { kind, .. } => kind,
        }
    }
}

/// A message of the customer. Made by [`Event::of`].
///
/// # Example
/// ```
/// use webcare::case::{Event, EventKind};
///
/// let event: Event = serde_json::from_str(
///     r#"{"kind":"received","at":"2026-11-02T10:00:00Z","mention":"m-3","thanks":true}"#,
/// )?;
/// let EventKind::Received(received) = event.kind() else { panic!() };
/// assert!(received.is_thanks());
/// assert_eq!(received.message().mention().as_str(), "m-3");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Received {
    #[serde(flatten)]
    message: Box<Message>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    thanks: bool,
}

impl Received {
    /// What the case keeps of it.
    #[must_use]
    pub fn message(&self) -> &Message {
        &self.message
    }

    /// Whether it is thanks and nothing else.
    #[must_use]
    pub const fn is_thanks(&self) -> bool {
        self.thanks
    }
}
