//! What became of each message of the customer.

use super::answer::{Answer, answers};
use super::{Conventions, Event, EventKind, Message, Received, Status};
use chrono::{DateTime, Utc};

/// One message of the customer, and what became of it.
///
/// # Example
/// ```
/// use webcare::case::{Case, Outcome};
///
/// let case: Case = serde_json::from_str(r#"{"id": "c-1", "log": [
///     {"at": "2026-11-02T09:00:00Z", "kind": "received", "mention": "m-1"},
///     {"id": "a-1", "at": "2026-11-02T09:40:00Z", "by": "agent:Ruben", "kind": "answered"},
///     {"at": "2026-11-02T09:45:00Z", "kind": "received", "mention": "m-2", "thanks": true}
/// ]}"#)?;
/// let exchanges = case.exchanges();
/// assert!(matches!(exchanges[0].outcome(), Outcome::Answered(_)));
/// assert_eq!(exchanges[1].outcome(), &Outcome::NothingAsked);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Exchange<'c> {
    event: &'c Event,
    received: &'c Received,
    outcome: Outcome<'c>,
}

/// What became of a message of the customer.
///
/// # Example
/// ```
/// use webcare::case::Outcome;
///
/// assert!(Outcome::Unanswered.is_unanswered());
/// assert_eq!(Outcome::NothingAsked.at(), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub enum Outcome<'c> {
    /// It waits for an answer.
    Unanswered,
    /// It was answered.
    Answered(Answer<'c>),
    /// The case was resolved while it was unanswered.
    Dropped {
        /// When.
        at: DateTime<Utc>,
    },
    /// It is thanks alone.
    NothingAsked,
}

impl Outcome<'_> {
    /// Whether it waits for an answer.
    #[must_use]
    pub const fn is_unanswered(&self) -> bool {
        matches!(self, Self::Unanswered)
    }

    /// When the waiting ended. It may lie before the message: people edit what they
    /// wrote, and an answer names what it answers.
    #[must_use]
    pub const fn at(&self) -> Option<DateTime<Utc>> {
        match self {
            Self::Answered(answer) => Some(answer.at()),
            Self::Dropped { at } => Some(*at),
            Self::Unanswered | Self::NothingAsked => None,
        }
    }
}

impl<'c> Exchange<'c> {
    /// What the case keeps of the message.
    #[must_use]
    pub fn message(&self) -> &'c Message {
        self.received.message()
    }

    /// When it was written.
    #[must_use]
    pub const fn at(&self) -> DateTime<Utc> {
        self.event.at()
    }

    /// Whether it is thanks and nothing else.
    #[must_use]
    pub const fn is_thanks(&self) -> bool {
        self.received.is_thanks()
    }

    /// What became of it.
    #[must_use]
    pub const fn outcome(&self) -> &Outcome<'c> {
        &self.outcome
    }
}

/// What ends the waiting of several messages, or makes them wait again.
enum Turn<'c> {
    Answer(Answer<'c>),
    Resolved(DateTime<Utc>),
    Reopened(DateTime<Utc>),
}

impl Turn<'_> {
    /// At one instant an answer comes first: who answers and resolves has answered.
    fn order(&self) -> (DateTime<Utc>, u8) {
        match self {
            Self::Answer(answer) => (answer.at(), 0),
            Self::Resolved(at) | Self::Reopened(at) => (*at, 1),
        }
    }
}

/// What became of each message among `events`, which are in the order of time.
pub(super) fn exchanges<'c>(
    events: impl Iterator<Item = &'c Event> + Clone,
    conventions: &Conventions,
) -> Vec<Exchange<'c>> {
    settled(events, conventions).exchanges
}

/// What became of each message, and what one walk through the log tells besides.
#[derive(Debug)]
pub(crate) struct Settled<'c> {
    pub(crate) exchanges: Vec<Exchange<'c>>,
    /// The answers by which it did.
    pub(crate) answers: Vec<Answer<'c>>,
    /// Whether anything was promised.
    pub(crate) has_promises: bool,
    /// Whether a platform brought messages of ours.
    pub(crate) has_echoes: bool,
}

/// The same, and what was seen on the way.
pub(super) fn settled<'c>(
    events: impl Iterator<Item = &'c Event> + Clone,
    conventions: &Conventions,
) -> Settled<'c> {
    let mut exchanges: Vec<Exchange<'c>> =
        Vec::with_capacity(events.size_hint().1.unwrap_or_default());
    let mut changes: Vec<Turn<'c>> = Vec::new();
    let mut begun = false;
    let mut answered = false;
    let (mut has_promises, mut has_echoes) = (false, false);
    for event in events.clone() {
        match &event.kind {
            EventKind::Received(received) => {
                let asks = conventions.thanks() || !received.is_thanks() || !begun;
                let outcome = if asks { Outcome::Unanswered } else { Outcome::NothingAsked };
                exchanges.push(Exchange { event, received, outcome });
                begun = true;
            }
            EventKind::Answered(answer) => {
                (begun, answered) = (true, true);
                has_promises |= answer.is_holding();
                has_echoes |= answer.message().is_some();
            }
            EventKind::Promised(_) => has_promises = true,
            EventKind::Resolved(_) | EventKind::StatusChanged { to: Status::Resolved, .. } => {
                changes.push(Turn::Resolved(event.at));
            }
            EventKind::StatusChanged { .. } => changes.push(Turn::Reopened(event.at)),
            _ => {}
        }
    }
    if !answered && changes.is_empty() {
        return Settled { exchanges, answers: Vec::new(), has_promises, has_echoes };
    }
    let answers = if answered { answers(events, conventions) } else { Vec::new() };
    let is_sorted = changes.is_empty() || answers.is_empty();
    let mut turns = changes;
    turns.extend(answers.iter().copied().map(Turn::Answer));
    if !is_sorted {
        turns.sort_by_key(Turn::order);
    }
    settle(&mut exchanges, &turns);
    settle_named(&mut exchanges, &answers);
    Settled { exchanges, answers, has_promises, has_echoes }
}

/// Walks through the turns: each ends the waiting of what was written up to then.
fn settle<'c>(exchanges: &mut [Exchange<'c>], turns: &[Turn<'c>]) {
    let mut waiting = 0; // what stands before this has its outcome
    let mut reached = 0; // what stands before this was written by now
    let mut resolved: Option<(usize, DateTime<Utc>)> = None; // may yet be reopened
    for turn in turns {
        let (now, _) = turn.order();
        reached += count_until(exchanges.get(reached..), now);
        match turn {
            Turn::Reopened(_) => {
                // Whoever resolved it by mistake takes that back; but when the customer
                // has written since, it is that message which opened it again.
                if let Some((end, at)) = resolved.take()
                    && any_waits(exchanges.get(end..reached))
                {
                    waiting = mark(exchanges, waiting, end, Outcome::Dropped { at });
                }
            }
            Turn::Resolved(at) => match resolved {
                Some((end, first)) if !any_waits(exchanges.get(end..reached)) => {
                    resolved = Some((reached, first));
                }
                Some((end, first)) => {
                    waiting = mark(exchanges, waiting, end, Outcome::Dropped { at: first });
                    resolved = Some((reached, *at));
                }
                None => resolved = Some((reached, *at)),
            },
            Turn::Answer(answer) => {
                if let Some((end, at)) = resolved.take() {
                    waiting = mark(exchanges, waiting, end, Outcome::Dropped { at });
                }
                waiting = mark(exchanges, waiting, reached, Outcome::Answered(*answer));
            }
        }
    }
    if let Some((end, at)) = resolved {
        mark(exchanges, waiting, end, Outcome::Dropped { at });
    }
}

fn any_waits(exchanges: Option<&[Exchange<'_>]>) -> bool {
    exchanges.unwrap_or_default().iter().any(|exchange| exchange.outcome.is_unanswered())
}

fn count_until(later: Option<&[Exchange<'_>]>, now: DateTime<Utc>) -> usize {
    later.unwrap_or_default().iter().take_while(|exchange| exchange.at() <= now).count()
}

fn mark<'c>(exchanges: &mut [Exchange<'c>], from: usize, to: usize, outcome: Outcome<'c>) -> usize {
    for exchange in exchanges.get_mut(from..to).unwrap_or_default() {
        if exchange.outcome.is_unanswered() {
            exchange.outcome = outcome;
        }
    }
    to.max(from)
}

/// Answers that name a message with a later time than their own.
///
/// Nearly every answer names one of the last messages before it, and these have their
/// outcome; the names are only sorted for the others.
fn settle_named<'c>(exchanges: &mut [Exchange<'c>], answers: &[Answer<'c>]) {
    const LOOK_BACK: usize = 8;
    let mut written = 0;
    let mut unplaced: Vec<&Answer<'c>> = Vec::new();
    for answer in answers {
        written += count_until(exchanges.get(written..), answer.at());
        let near = exchanges.get(written.saturating_sub(LOOK_BACK)..written).unwrap_or_default();
        let placed = || near.iter().rev().any(|exchange| answer.names(exchange.message()));
        if answer.names_one() && !placed() {
            unplaced.push(answer);
        }
    }
    if unplaced.is_empty() {
        return;
    }
    let mut names: Vec<(Name<'c>, usize)> = Vec::with_capacity(exchanges.len() * 2);
    for (index, exchange) in exchanges.iter().enumerate() {
        let message = exchange.message();
        names.push((Name::Mention(message.mention().as_str()), index));
        names.push((Name::External(message.external_id()), index));
    }
    names.sort_unstable();
    for answer in unplaced {
        for name in answer.named() {
            let first = names.partition_point(|(known, _)| *known < name);
            let same = names.iter().skip(first).take_while(|(known, _)| *known == name);
            for (_, index) in same {
                if let Some(exchange) = exchanges.get_mut(*index) {
                    exchange.answer_by_name(answer);
                }
            }
        }
    }
}

/// How an answer names a message: as the host knows it, or as the platform does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Name<'c> {
    Mention(&'c str),
    External(&'c str),
}

impl<'c> Exchange<'c> {
    fn answer_by_name(&mut self, answer: &Answer<'c>) {
        let sooner = match self.outcome {
            Outcome::Unanswered => true,
            Outcome::Answered(_) | Outcome::Dropped { .. } => {
                self.outcome.at().is_some_and(|at| answer.at() < at)
            }
            Outcome::NothingAsked => false,
        };
        if sooner {
            self.outcome = Outcome::Answered(*answer);
        }
    }
}
