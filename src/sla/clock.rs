//! From what became of each message to the runs of the clock.

use crate::case::{Exchange, Message, Outcome};
use chrono::{DateTime, Utc};

/// One run of the clock: from the oldest message that waits to what ends the waiting.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Run<'c> {
    pub(super) message: &'c Message,
    pub(super) start: DateTime<Utc>,
    pub(super) end: End,
}

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    Running,
    Answered(DateTime<Utc>),
    Dropped(DateTime<Utc>),
}

impl End {
    /// What ends the waiting; `None` for a message that asks for nothing.
    fn of(outcome: &Outcome<'_>) -> Option<Self> {
        match outcome {
            Outcome::Unanswered => Some(Self::Running),
            Outcome::Answered(answer) => Some(Self::Answered(answer.at())),
            Outcome::Dropped { at } => Some(Self::Dropped(*at)),
            _ => None,
        }
    }

    /// Whether a message written at `at` falls within the run.
    fn is_after(self, at: DateTime<Utc>) -> bool {
        match self {
            Self::Running => true,
            Self::Answered(end) | Self::Dropped(end) => at <= end,
        }
    }
}

/// The runs of a case, in the order of time.
pub(super) fn runs<'c>(exchanges: &[Exchange<'c>]) -> Vec<Run<'c>> {
    let mut runs: Vec<Run<'c>> = Vec::new();
    for exchange in exchanges {
        let Some(end) = End::of(exchange.outcome()) else { continue };
        let start = exchange.at();
        if runs.last().is_none_or(|last| !last.end.is_after(start)) {
            runs.push(Run { message: exchange.message(), start, end });
        }
    }
    runs
}
