//! What follows from the log of a case: where it stands, what was answered, what waits.

use super::answer::{Answer, answers};
use super::exchange::{Exchange, Settled, exchanges, settled};
use super::promise::{Promise, promises};
use super::standing::Standing;
use super::{Case, Conventions, EventKind, Message, Phase, Status};
use chrono::{DateTime, Utc};

impl Case {
    /// Where it stands and who has it.
    #[must_use]
    pub fn standing(&self) -> Standing<'_> {
        self.standing_by(&Conventions::DEFAULT, None)
    }

    /// The same by other conventions, and as it was at `until`, inclusive, if that is
    /// given.
    #[must_use]
    pub fn standing_by(
        &self,
        conventions: &Conventions,
        until: Option<DateTime<Utc>>,
    ) -> Standing<'_> {
        Standing::after(self.log.until(until), conventions)
    }

    /// The phases it went through, in the order of time, up to `until`, inclusive, if that
    /// is given.
    #[must_use]
    pub fn phases(
        &self,
        conventions: &Conventions,
        until: Option<DateTime<Utc>>,
    ) -> Vec<Phase<'_>> {
        Standing::phases(self.log.until(until), conventions)
    }

    /// The same, where it is known whether a platform brought messages of ours.
    pub(crate) fn phases_with(
        &self,
        conventions: &Conventions,
        until: DateTime<Utc>,
        has_echoes: bool,
    ) -> Vec<Phase<'_>> {
        Standing::phases_with(self.log.until(Some(until)), conventions, has_echoes)
    }

    /// What we promised, in the order of time, as it was at `until`, inclusive, if that is
    /// given.
    #[must_use]
    pub fn promises(
        &self,
        conventions: &Conventions,
        until: Option<DateTime<Utc>>,
    ) -> Vec<Promise<'_>> {
        let phases = self.phases(conventions, until);
        promises(self.log.until(until), &phases, conventions, None)
    }

    /// The same, where phases and answers are at hand.
    pub(crate) fn promises_with<'c>(
        &'c self,
        conventions: &Conventions,
        until: DateTime<Utc>,
        phases: &[Phase<'_>],
        known: &[Answer<'c>],
    ) -> Vec<Promise<'c>> {
        promises(self.log.until(Some(until)), phases, conventions, Some(known))
    }

    /// What became of each message at `until`, and what was seen on the way.
    pub(crate) fn settled(&self, conventions: &Conventions, until: DateTime<Utc>) -> Settled<'_> {
        settled(self.log.until(Some(until)), conventions)
    }

    /// Where it stands.
    #[must_use]
    pub fn status(&self) -> Status {
        self.standing().status()
    }

    /// The queue that has it.
    #[must_use]
    pub fn queue(&self) -> Option<&str> {
        self.standing().queue()
    }

    /// The agent who has it.
    #[must_use]
    pub fn agent(&self) -> Option<&str> {
        self.standing().agent()
    }

    /// How often it went to another queue or another agent after it had one, or to another
    /// organisation: the number of times the customer was sent on.
    #[must_use]
    pub fn handovers(&self) -> u32 {
        self.standing().handovers()
    }

    /// How often a message of the customer opened it again after it was resolved.
    #[must_use]
    pub fn reopenings(&self) -> u32 {
        self.standing().reopenings()
    }

    /// Whether a message at `at` no longer opens it again: it was resolved longer ago than
    /// the conventions allow.
    #[must_use]
    pub fn is_closed_at(&self, at: DateTime<Utc>, conventions: &Conventions) -> bool {
        let Some(within) = conventions.reopen_within() else { return false };
        let resolved = self.standing_by(conventions, Some(at)).resolved_at();
        resolved.is_some_and(|resolved| at - resolved > within)
    }

    /// The messages of the customer, in the order of time.
    pub fn received(&self) -> impl Iterator<Item = &Message> {
        self.log.iter().filter_map(|event| match event.kind() {
            EventKind::Received(received) => Some(received.message()),
            _ => None,
        })
    }

    /// What counts as an answer, in the order in which it began to count. What counts is
    /// said in the [module](super).
    #[must_use]
    pub fn answers(&self) -> Vec<Answer<'_>> {
        self.answers_by(&Conventions::DEFAULT, None)
    }

    /// The same by other conventions, and as it was at `until`, inclusive, if that is
    /// given.
    #[must_use]
    pub fn answers_by(
        &self,
        conventions: &Conventions,
        until: Option<DateTime<Utc>>,
    ) -> Vec<Answer<'_>> {
        answers(self.log.until(until), conventions)
    }

    /// Each message of the customer with what became of it, in the order of time.
    #[must_use]
    pub fn exchanges(&self) -> Vec<Exchange<'_>> {
        exchanges(self.log.until(None), &Conventions::DEFAULT)
    }

    /// The same as it was at `now`, inclusive: later events are left out.
    #[must_use]
    pub fn exchanges_at(&self, now: DateTime<Utc>) -> Vec<Exchange<'_>> {
        self.exchanges_by(&Conventions::DEFAULT, Some(now))
    }

    /// The same by other conventions, and as it was at `until`, inclusive, if that is
    /// given.
    #[must_use]
    pub fn exchanges_by(
        &self,
        conventions: &Conventions,
        until: Option<DateTime<Utc>>,
    ) -> Vec<Exchange<'_>> {
        exchanges(self.log.until(until), conventions)
    }

    /// The messages of the customer that wait for an answer, oldest first.
    #[must_use]
    pub fn unanswered(&self) -> Vec<Exchange<'_>> {
        let mut waiting = self.exchanges();
        waiting.retain(|exchange| exchange.outcome().is_unanswered());
        waiting
    }
}
