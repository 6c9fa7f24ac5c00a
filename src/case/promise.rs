//! What we promised, and what became of it.

use super::answer::{Answer, answers};
use super::{Conventions, Event, EventId, EventKind, Phase, Promised, Status};
use chrono::{DateTime, Utc};
use std::collections::{BTreeMap, BTreeSet};

/// A promise, and what became of it. A holding reply makes one, and so does the event
/// [`Promised`]; the next answer that is not holding keeps it.
///
/// # Example
/// ```
/// use webcare::case::{Case, Conventions};
///
/// let case: Case = serde_json::from_str(r#"{"id": "c-1", "log": [
///     {"at": "2026-11-02T09:00:00Z", "kind": "received", "mention": "m-1"},
///     {"id": "a-1", "at": "2026-11-02T09:20:00Z", "by": "agent:Noor", "kind": "answered",
///      "holding": true},
///     {"id": "a-2", "at": "2026-11-02T11:00:00Z", "by": "agent:Noor", "kind": "answered"}
/// ]}"#)?;
/// let promises = case.promises(&Conventions::default(), None);
/// assert_eq!(promises[0].kept_at(), Some("2026-11-02T11:00:00Z".parse().unwrap()));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Promise<'c> {
    id: &'c EventId,
    at: DateTime<Utc>,
    promised: Option<&'c Promised>,
    kept: Option<DateTime<Utc>>,
    dropped: Option<DateTime<Utc>>,
}

impl<'c> Promise<'c> {
    const fn made(event: &'c Event, at: DateTime<Utc>, promised: Option<&'c Promised>) -> Self {
        Self { id: &event.id, at, promised, kept: None, dropped: None }
    }

    /// The event that made it.
    #[must_use]
    pub const fn id(&self) -> &'c EventId {
        self.id
    }

    /// When it was made.
    #[must_use]
    pub const fn at(&self) -> DateTime<Utc> {
        self.at
    }

    /// When it is due, if it says so itself.
    #[must_use]
    pub fn due_at(&self) -> Option<DateTime<Utc>> {
        self.promised.and_then(Promised::due_at)
    }

    /// What was promised, in words.
    #[must_use]
    pub fn words(&self) -> Option<&'c str> {
        self.promised.and_then(Promised::words)
    }

    /// When it was kept, if it was.
    #[must_use]
    pub const fn kept_at(&self) -> Option<DateTime<Utc>> {
        self.kept
    }

    /// When the case was resolved before it was kept, if it was.
    #[must_use]
    pub const fn dropped_at(&self) -> Option<DateTime<Utc>> {
        self.dropped
    }

    /// Whether it is still to be kept.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.kept.is_none() && self.dropped.is_none()
    }
}

/// The promises among `events`, which are in the order of time and went through `phases`.
/// `known` are the answers by the same conventions, if they are at hand.
pub(super) fn promises<'c>(
    events: impl Iterator<Item = &'c Event> + Clone,
    phases: &[Phase<'_>],
    conventions: &Conventions,
    known: Option<&[Answer<'c>]>,
) -> Vec<Promise<'c>> {
    let mut made: Vec<Promise<'c>> = Vec::new();
    let mut in_answers: BTreeSet<&EventId> = BTreeSet::new();
    let mut told: BTreeMap<&EventId, DateTime<Utc>> = BTreeMap::new();
    let mut holding = false;
    for event in events.clone() {
        match &event.kind {
            EventKind::Promised(promised) => {
                in_answers.extend(promised.answer());
                made.push(Promise::made(event, event.at, Some(promised)));
            }
            EventKind::PromiseKept { promise } => {
                told.entry(promise).or_insert(event.at);
            }
            EventKind::Answered(answered) => holding |= answered.is_holding(),
            _ => {}
        }
    }
    if made.is_empty() && !holding {
        return made;
    }
    let counted;
    let answers = if let Some(known) = known.filter(|_| conventions.holding()) {
        known
    } else {
        counted = answers(events, &conventions.with_holding());
        &counted
    };
    let held = answers.iter().filter(|it| it.is_holding() && !in_answers.contains(&it.event().id));
    made.extend(held.map(|answer| Promise::made(answer.event(), answer.at(), None)));
    made.sort_by_key(|promise| (promise.at, promise.id));
    let full: Vec<DateTime<Utc>> =
        answers.iter().filter(|answer| !answer.is_holding()).map(Answer::at).collect();
    let ends = phases.iter().filter(|phase| phase.status() == Status::Resolved);
    let ends: Vec<DateTime<Utc>> = ends.map(Phase::since).collect();
    for promise in &mut made {
        let answered = full.get(full.partition_point(|at| *at <= promise.at)).copied();
        let told = told.get(promise.id).copied().filter(|at| *at >= promise.at);
        let end = ends.get(ends.partition_point(|at| *at <= promise.at)).copied();
        let done = answered.into_iter().chain(told).min();
        match (done, end) {
            (Some(done), Some(end)) if end < done => promise.dropped = Some(end),
            (Some(done), _) => promise.kept = Some(done),
            (None, end) => promise.dropped = end,
        }
    }
    made
}
