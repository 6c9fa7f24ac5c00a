//! The case itself.

use super::log::Log;
use super::{CaseId, Event, EventId};
use crate::Error;
use crate::mention::Mention;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// One conversation with one author: an append-only log, and what follows from it.
///
/// Written as its log, `{"id": …, "log": [event, …]}`, in the order of time; reading
/// replays it. Two cases are equal when they have the same name and the same events, in
/// whatever order these arrived.
///
/// # Example
/// ```
/// use chrono::{TimeZone, Utc};
/// use webcare::case::{Actor, Answered, Case, CaseId, Event, EventId, EventKind, Status};
/// use webcare::mention::Mention;
///
/// let at = |hour, minute| Utc.with_ymd_and_hms(2026, 11, 2, hour, minute, 0).unwrap();
/// let mention = Mention::builder("m-1")
///     .text("Mijn bestelling is zoek")
///     .published_at(at(9, 0))
///     .build()?;
///
/// let mut case = Case::open(CaseId::new("c-1")?, &mention, at(9, 1));
/// assert_eq!(case.status(), Status::New);
/// assert_eq!(case.unanswered()[0].at(), at(9, 0));
///
/// let answer = EventKind::Answered(Answered::new().to(mention.id().clone()));
/// case.record(Event::new(EventId::new("a-1")?, at(9, 30), Actor::agent("Ruben"), answer))?;
/// assert_eq!(case.status(), Status::Open);
/// assert!(case.unanswered().is_empty());
/// # Ok::<(), webcare::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    id: CaseId,
    pub(super) log: Log,
}

/// Whether recording an event added to the log.
///
/// # Example
/// ```
/// use chrono::{DateTime, Utc};
/// use webcare::case::{Case, CaseId, Recorded};
/// use webcare::mention::Mention;
///
/// let now = DateTime::<Utc>::UNIX_EPOCH;
/// let mention = Mention::builder("m-1").text("Hallo?").build()?;
/// let mut case = Case::open(CaseId::from(mention.id()), &mention, now);
/// assert_eq!(case.receive(&mention, now)?, Recorded::Known);
/// # Ok::<(), webcare::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recorded {
    /// It is in the log now.
    New,
    /// It was in the log already.
    Known,
}

impl Case {
    /// A case that begins with `mention`, which is in hand at `now`.
    #[must_use]
    pub fn open(id: CaseId, mention: &Mention, now: DateTime<Utc>) -> Self {
        let mut case = Self::empty(id);
        // The event of a mention contradicts neither itself nor an empty log.
        let _ = case.log.record(Event::of(mention, now));
        case
    }

    /// The case that follows from `events`, in whatever order they come.
    ///
    /// # Errors
    /// When an event is refused; see [`record`](Self::record).
    ///
    /// # Example
    /// ```
    /// use webcare::case::{Case, CaseId, Event};
    ///
    /// let log: Vec<Event> = serde_json::from_str(
    ///     r#"[{"at": "2026-11-02T09:00:00Z", "kind": "received", "mention": "m-1"}]"#,
    /// ).unwrap();
    /// let case = Case::replay(CaseId::new("c-1")?, log)?;
    /// assert_eq!(case.unanswered().len(), 1);
    /// # Ok::<(), webcare::Error>(())
    /// ```
    pub fn replay(id: CaseId, events: impl IntoIterator<Item = Event>) -> Result<Self, Error> {
        let mut case = Self::empty(id);
        for event in events {
            case.record(event)?;
        }
        Ok(case)
    }

    pub(super) fn empty(id: CaseId) -> Self {
        Self { id, log: Log::default() }
    }

    /// Takes in one more message of this conversation, of the customer or of ours. The
    /// same mention twice is one, also when it has been edited.
    ///
    /// # Errors
    /// When the log is full, at four thousand million events.
    pub fn receive(&mut self, mention: &Mention, now: DateTime<Utc>) -> Result<Recorded, Error> {
        if self.log.get(&EventId::of_mention(mention.id())).is_some() {
            return Ok(Recorded::Known);
        }
        self.log.record(Event::of(mention, now))
    }

    /// Adds an event to the log. One that is there already changes nothing.
    ///
    /// # Errors
    /// When an event of the same name has other content, or when the event contradicts
    /// itself: an answer of the customer, a message received from an agent or named after
    /// another mention, an assignment to nobody, a return to the status new, something
    /// said to be of another kind that is not. See [`Error::is_refused`].
    ///
    /// # Example
    /// ```
    /// use chrono::{DateTime, Utc};
    /// use webcare::case::{Actor, Case, CaseId, Event, EventId, EventKind};
    ///
    /// let mut case = Case::replay(CaseId::new("c-1")?, [])?;
    /// let nobody = EventKind::Assigned { queue: None, agent: None };
    /// let at = DateTime::<Utc>::UNIX_EPOCH;
    /// let event = Event::new(EventId::new("e-1")?, at, Actor::agent("Noor"), nobody);
    /// let error = case.record(event).unwrap_err();
    /// assert!(error.is_refused());
    /// assert_eq!(
    ///     error.to_string(),
    ///     "event \"e-1\": an assignment names a queue, an agent or both, found neither",
    /// );
    /// # Ok::<(), webcare::Error>(())
    /// ```
    pub fn record(&mut self, event: Event) -> Result<Recorded, Error> {
        self.log.record(event)
    }

    /// Takes over the log of `other`, which turned out to be the same conversation. Names
    /// of events are unique for a host; where two events have one all the same, the one in
    /// the longer log stays.
    pub fn absorb(&mut self, other: Self) {
        let mut shorter = other.log;
        if shorter.len() > self.log.len() {
            std::mem::swap(&mut shorter, &mut self.log);
        }
        for event in shorter.into_events() {
            // Refused only where one of the same name is here: that one stays.
            let _ = self.log.record(event);
        }
    }

    /// Its name.
    #[must_use]
    pub const fn id(&self) -> &CaseId {
        &self.id
    }

    /// The log, in the order of time; events of one instant in the order of their names.
    #[must_use]
    pub fn events(&self) -> impl DoubleEndedIterator<Item = &Event> {
        self.log.iter()
    }

    /// The event of that name.
    #[must_use]
    pub fn event(&self, id: &EventId) -> Option<&Event> {
        self.log.get(id)
    }

    pub(super) fn change_events(&mut self, change: impl Fn(&mut Event)) {
        self.log.change(change);
    }
}

impl Serialize for Case {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Written<'c> {
            id: &'c CaseId,
            log: Vec<&'c Event>,
        }
        Written { id: &self.id, log: self.log.iter().collect() }.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Case {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        struct Read {
            id: CaseId,
            log: Vec<Event>,
        }
        let Read { id, log } = Read::deserialize(deserializer)?;
        Self::replay(id, log).map_err(serde::de::Error::custom)
    }
}
