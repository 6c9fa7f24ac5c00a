//! From the log of a case to the runs of the clocks.

use super::Metric;
use crate::case::{
    Answer, Case, Conventions, Exchange, Message, Outcome, Phase, Promise, Settled, Status,
};
use chrono::{DateTime, Utc};

/// One run of a clock.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Run<'c> {
    pub(super) metric: Metric,
    /// By which the policy is chosen.
    pub(super) message: Option<&'c Message>,
    /// The queue or the promise that it is about.
    pub(super) about: Option<&'c str>,
    pub(super) start: DateTime<Utc>,
    pub(super) end: End,
    /// When it is due whatever the policy says.
    pub(super) fixed: Option<DateTime<Utc>>,
}

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    Running,
    Done(DateTime<Utc>),
    Dropped(DateTime<Utc>),
}

impl End {
    /// What ends the waiting; `None` for a message that asks for nothing.
    fn of(outcome: &Outcome<'_>) -> Option<Self> {
        match outcome {
            Outcome::Unanswered => Some(Self::Running),
            Outcome::Answered(answer) => Some(Self::Done(answer.at())),
            Outcome::Dropped { at } => Some(Self::Dropped(*at)),
            _ => None,
        }
    }

    /// When it ended, if it did.
    pub(super) const fn at(self) -> Option<DateTime<Utc>> {
        match self {
            Self::Running => None,
            Self::Done(at) | Self::Dropped(at) => Some(at),
        }
    }

    fn done(at: Option<DateTime<Utc>>) -> Self {
        at.map_or(Self::Running, Self::Done)
    }
}

/// What the runs of a case are read from.
pub(super) struct Story<'c> {
    case: &'c Case,
    conventions: Conventions,
    now: DateTime<Utc>,
    exchanges: Vec<Exchange<'c>>,
    answers: Vec<Answer<'c>>,
    has_promises: bool,
    pub(super) phases: Vec<Phase<'c>>,
}

impl<'c> Story<'c> {
    /// The case as it was at `now`.
    pub(super) fn new(case: &'c Case, conventions: Conventions, now: DateTime<Utc>) -> Self {
        let Settled { exchanges, answers, has_promises, has_echoes } =
            case.settled(&conventions, now);
        let phases = case.phases_with(&conventions, now, has_echoes);
        Self { case, conventions, now, exchanges, answers, has_promises, phases }
    }

    /// Whether the customer has written anything.
    pub(super) fn has_message(&self) -> bool {
        !self.exchanges.is_empty()
    }

    /// The runs of a metric, in the order of time.
    pub(super) fn runs(&self, metric: Metric) -> Vec<Run<'c>> {
        match metric {
            Metric::FirstResponse => self.responses().take(1).collect(),
            Metric::NextResponse => self.responses().skip(1).collect(),
            Metric::PeriodicUpdate => self.updates(),
            Metric::FirstResolution | Metric::TotalResolution | Metric::WaitingOnUs => {
                self.resolution(metric).into_iter().collect()
            }
            Metric::WaitingOnCustomer => self.waiting_on_customer().into_iter().collect(),
            Metric::Ownership => self.ownership(),
            Metric::Promise => self.promises(),
        }
    }

    /// Of a metric every promise that is open, or the latest run.
    pub(super) fn latest(&self, metric: Metric) -> Vec<Run<'c>> {
        if metric == Metric::NextResponse {
            return self.responses().skip(1).last().into_iter().collect();
        }
        let mut runs = self.runs(metric);
        let last = runs.len().saturating_sub(1);
        let mut index = 0..;
        runs.retain(|run| {
            let is_open_promise = metric == Metric::Promise && run.end.at().is_none();
            index.next() == Some(last) || is_open_promise
        });
        runs
    }

    /// From the oldest message that waits to what ends the waiting, again and again.
    fn responses(&self) -> impl Iterator<Item = Run<'c>> {
        let mut last: Option<End> = None;
        let mut is_first = true;
        self.exchanges.iter().filter_map(move |exchange| {
            let end = End::of(exchange.outcome())?;
            let start = exchange.at();
            if last.is_some_and(|last| last.at().is_none_or(|at| start <= at)) {
                return None;
            }
            last = Some(end);
            let metric = if is_first { Metric::FirstResponse } else { Metric::NextResponse };
            is_first = false;
            let message = Some(exchange.message());
            Some(Run { metric, message, about: None, start, end, fixed: None })
        })
    }

    /// The last message of the customer by then, else the first one.
    fn message_at(&self, at: DateTime<Utc>) -> Option<&'c Message> {
        let later = self.exchanges.partition_point(|exchange| exchange.at() <= at);
        self.exchanges.get(later.saturating_sub(1)).map(Exchange::message)
    }

    fn run(&self, metric: Metric, start: DateTime<Utc>, end: End) -> Run<'c> {
        Run { metric, message: self.message_at(start), about: None, start, end, fixed: None }
    }

    /// When it was resolved first from `from` on.
    fn resolved_from(&self, from: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let later = self.phases.iter().skip(self.phases.partition_point(|it| it.since() < from));
        later.filter(|phase| phase.status() == Status::Resolved).map(Phase::since).next()
    }

    /// Since when it is resolved, if it is.
    fn resolved_since(&self) -> Option<DateTime<Utc>> {
        let last = self.phases.iter().rev().take_while(|it| it.status() == Status::Resolved);
        last.last().map(Phase::since)
    }

    fn status_at(&self, at: DateTime<Utc>) -> Option<Status> {
        let later = self.phases.partition_point(|phase| phase.since() <= at);
        later.checked_sub(1).and_then(|index| self.phases.get(index)).map(Phase::status)
    }

    fn updates(&self) -> Vec<Run<'c>> {
        let answers = &self.answers;
        let mut ends = self
            .phases
            .iter()
            .filter(|phase| phase.status() == Status::Resolved)
            .map(Phase::since)
            .peekable();
        let mut runs = Vec::with_capacity(answers.len());
        for (index, answer) in answers.iter().enumerate() {
            let start = answer.at();
            while ends.next_if(|end| *end < start).is_some() {}
            let next = answers.get(index + 1).map(Answer::at);
            let end = ends.peek().copied();
            let is_resolved = self.status_at(start) == Some(Status::Resolved);
            if is_resolved && end != Some(start) {
                continue;
            }
            let end = match (next, end) {
                (Some(next), Some(end)) if end < next => End::Dropped(end),
                (Some(next), _) => End::Done(next),
                (None, Some(end)) => End::Dropped(end),
                (None, None) => End::Running,
            };
            runs.push(self.run(Metric::PeriodicUpdate, start, end));
        }
        runs
    }

    fn resolution(&self, metric: Metric) -> Option<Run<'c>> {
        let first = self.responses().next()?;
        let end = match metric {
            Metric::FirstResolution => self.resolved_from(first.start),
            _ => self.resolved_since(),
        };
        Some(Run { metric, end: End::done(end), ..first })
    }

    fn waiting_on_customer(&self) -> Option<Run<'c>> {
        let mut waits =
            self.phases.iter().filter(|phase| phase.status() == Status::WaitingOnCustomer);
        let start = waits.next()?.since();
        let end = self.resolved_since();
        Some(self.run(Metric::WaitingOnCustomer, start, End::done(end)))
    }

    fn ownership(&self) -> Vec<Run<'c>> {
        let mut runs: Vec<Run<'c>> = Vec::new();
        let mut owner: Option<&str> = None;
        for phase in &self.phases {
            let next = phase.queue().filter(|_| phase.status() != Status::Resolved);
            if next == owner {
                continue;
            }
            if owner.is_some()
                && let Some(last) = runs.last_mut()
            {
                last.end = End::Done(phase.since());
            }
            if next.is_some() {
                let run = self.run(Metric::Ownership, phase.since(), End::Running);
                runs.push(Run { about: next, ..run });
            }
            owner = next;
        }
        runs
    }

    fn promises(&self) -> Vec<Run<'c>> {
        if !self.has_promises {
            return Vec::new();
        }
        let (phases, answers) = (&self.phases, &self.answers);
        let promises = self.case.promises_with(&self.conventions, self.now, phases, answers);
        let run = |promise: &Promise<'c>| {
            let end = match (promise.kept_at(), promise.dropped_at()) {
                (Some(at), _) => End::Done(at),
                (None, Some(at)) => End::Dropped(at),
                (None, None) => End::Running,
            };
            let about = Some(promise.id().as_str());
            let run = self.run(Metric::Promise, promise.at(), end);
            Run { about, fixed: promise.due_at(), ..run }
        };
        promises.iter().map(run).collect()
    }
}
