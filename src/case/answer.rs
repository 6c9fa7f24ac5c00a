//! Which events count as answers, and from when.

use super::exchange::Name;
use super::{Actor, Answered, Conventions, Event, EventId, EventKind, Message};
use chrono::{DateTime, Utc};
use std::collections::{BTreeMap, BTreeSet};

/// A message of ours that counts as an answer: a person wrote it, and it arrived as far
/// as we know.
///
/// # Example
/// ```
/// use webcare::case::Case;
///
/// let case: Case = serde_json::from_str(r#"{"id": "c-1", "log": [
///     {"at": "2026-11-02T09:00:00Z", "kind": "received", "mention": "m-1"},
///     {"id": "a-1", "at": "2026-11-02T09:20:00Z", "by": "automation", "kind": "answered"},
///     {"id": "a-2", "at": "2026-11-02T09:40:00Z", "by": "agent:Ruben", "kind": "answered"}
/// ]}"#)?;
/// let answers = case.answers();
/// assert_eq!(answers.len(), 1);
/// assert_eq!(answers[0].event().by().name(), Some("Ruben"));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Answer<'c> {
    event: &'c Event,
    answered: &'c Answered,
    at: DateTime<Utc>,
}

impl<'c> Answer<'c> {
    /// The event in the log.
    #[must_use]
    pub const fn event(&self) -> &'c Event {
        self.event
    }

    /// From when it counts: when it was given; when it arrived, if it had failed before.
    #[must_use]
    pub const fn at(&self) -> DateTime<Utc> {
        self.at
    }

    /// Whether it is a holding reply: "we find out".
    #[must_use]
    pub const fn is_holding(&self) -> bool {
        self.answered.is_holding()
    }

    pub(super) fn names_one(&self) -> bool {
        self.answered.names_one()
    }

    pub(super) fn named(&self) -> impl Iterator<Item = Name<'c>> + use<'c> {
        let mention = self.answered.mention().map(|id| Name::Mention(id.as_str()));
        let own = self.answered.message();
        let parent = own.and_then(|own| own.thread().parent.as_deref()).map(Name::External);
        mention.into_iter().chain(parent)
    }

    pub(super) fn names(&self, message: &Message) -> bool {
        self.answered.names(message)
    }
}

/// The answers among `events`, which are in the order of time; sorted by when they count.
pub(super) fn answers<'c>(
    events: impl Iterator<Item = &'c Event> + Clone,
    conventions: &Conventions,
) -> Vec<Answer<'c>> {
    let mut answers = Vec::new();
    let mut fate: BTreeMap<&EventId, Fate> = BTreeMap::new();
    let mut echoes = false;
    for event in events.clone() {
        match &event.kind {
            EventKind::Answered(answered)
                if is_by_one_who_counts(event, conventions)
                    && (conventions.holding() || !answered.is_holding()) =>
            {
                echoes |= answered.message().is_some();
                answers.push(Answer { event, answered, at: event.at });
            }
            EventKind::DeliveryFailed { answer, .. } => {
                fate.entry(answer).or_default().failed();
            }
            EventKind::Delivered { answer } => {
                fate.entry(answer).or_default().arrived(event.at);
            }
            _ => {}
        }
    }
    if echoes {
        let machines = if conventions.automatic() { BTreeSet::new() } else { automatic(events) };
        drop_echoes(&mut answers, &fate, machines);
    }
    if !fate.is_empty() && !conventions.undelivered() {
        answers.retain_mut(|answer| match fate.get(&answer.event.id) {
            None | Some(Fate::Fine) => true,
            Some(Fate::Failed) => false,
            Some(Fate::Late(at)) => {
                answer.at = answer.at.max(*at);
                true
            }
        });
        answers.sort_by_key(|answer| answer.at);
    }
    answers
}

/// Whether an answer by its writer counts at all.
pub(super) fn is_by_one_who_counts(event: &Event, conventions: &Conventions) -> bool {
    event.by.is_person_of_ours()
        || conventions.automatic() && matches!(event.by, Actor::Bot | Actor::Automation)
}

/// What the platform calls the messages that were not sent by a person of ours.
pub(super) fn automatic<'c>(events: impl Iterator<Item = &'c Event>) -> BTreeSet<&'c str> {
    let sent = events.filter(|event| !event.by.is_person_of_ours());
    let sent = sent.filter_map(|event| match &event.kind {
        EventKind::Answered(answered) => answered.external_id(),
        _ => None,
    });
    sent.collect()
}

/// What became of an answer on its way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Fate {
    #[default]
    Fine,
    Failed,
    Late(DateTime<Utc>),
}

impl Fate {
    fn failed(&mut self) {
        *self = Self::Failed;
    }

    fn arrived(&mut self, at: DateTime<Utc>) {
        if *self == Self::Failed {
            *self = Self::Late(at);
        }
    }
}

/// Leaves out what a platform brings back of messages that were recorded when sent: they
/// are the same answer, or no answer at all when a machine had sent them. `known` are the
/// names of the latter.
fn drop_echoes<'c>(
    answers: &mut Vec<Answer<'c>>,
    fate: &BTreeMap<&EventId, Fate>,
    mut known: BTreeSet<&'c str>,
) {
    let ours = answers
        .iter()
        .filter(|answer| answer.answered.message().is_none())
        .filter(|answer| fate.get(&answer.event.id) != Some(&Fate::Failed))
        .filter_map(|answer| answer.answered.external_id());
    known.extend(ours);
    answers.retain(|answer| {
        let echo = answer.answered.message().map(Message::external_id);
        echo.is_none_or(|id| !known.contains(id))
    });
}
