//! What happens in a case.

use super::Answered;
use super::wire::unreadable;
use super::{Actor, EventId, EventKind, Judged, Message, Received, Status};
use crate::mention::{Mention, MentionId};
use chrono::{DateTime, Utc};

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
            EventKind::Received(Received::new(message))
        };
        Self {
            id: EventId::of_mention(mention.id()),
            at: mention.since(now).min(now),
            by: Actor::from(mention.direction()),
            kind,
        }
    }

    /// The event that says how a case was judged by `mention`, from `at` on. Its name follows
    /// from that of the mention, so the same message is judged once.
    ///
    /// # Example
    /// ```
    /// use chrono::{DateTime, Utc};
    /// use webcare::Priority;
    /// use webcare::case::{Event, Judged};
    /// use webcare::mention::MentionId;
    ///
    /// let now = DateTime::<Utc>::UNIX_EPOCH;
    /// let event = Event::of_judgement(&MentionId::new("m-1")?, now, Priority::High.into());
    /// assert_eq!(event.id().as_str(), "judged:m-1");
    /// # Ok::<(), webcare::Error>(())
    /// ```
    #[must_use]
    pub fn of_judgement(mention: &MentionId, at: DateTime<Utc>, judged: Judged) -> Self {
        let id = EventId::of_judgement(mention);
        Self { id, at, by: Actor::Automation, kind: EventKind::Judged(judged) }
    }

    /// The same event, where `thanks` says whether the message is thanks and nothing else.
    /// Thanks alone opens no clock, unless the case begins with it, and reopens nothing.
    /// An event that is not a message of the customer stays as it is.
    #[must_use]
    pub fn with_thanks(mut self, thanks: bool) -> Self {
        if let EventKind::Received(received) = &mut self.kind {
            received.set_thanks(thanks);
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
            (EventKind::HandedOver(handover), _) => handover.contradiction(),
            (EventKind::Resolved(resolution), _) => resolution.contradiction(),
            (EventKind::Promised(promised), by) if !by.is_ours() => {
                Some(format!("a promise is ours, found \"{by}\" for {}", promised.in_words()))
            }
            (EventKind::Other { kind, data }, _) => unreadable(kind, data),
            _ => None,
        }
    }
}
