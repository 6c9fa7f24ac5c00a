//! The answer that a mention got.

use chrono::{DateTime, Utc};
use webcare::desk::Triage;
use webcare::mention::{Mention, RecordedAnswer};
use webcare::reply::{FoundSign, Sign};
use webcare::sla::{Metric, Status};

/// The answer that a mention got: when, by whom, and whether in time.
#[derive(Debug)]
pub(crate) struct Answer<'a> {
    recorded: &'a RecordedAnswer,
    by: Option<Sign>,
    in_time: Option<bool>,
    before_message: bool,
}

impl<'a> Answer<'a> {
    /// Reads who signed, and asks the deadlines whether it was in time.
    pub(crate) fn new(recorded: &'a RecordedAnswer, mention: &Mention, triage: &Triage) -> Self {
        let first = |status| {
            triage
                .deadlines()
                .iter()
                .any(|due| due.metric() == Metric::FirstResponse && due.status() == status)
        };
        let in_time = if first(Status::Achieved) {
            Some(true)
        } else if first(Status::Breached) {
            Some(false)
        } else {
            None
        };
        Self {
            recorded,
            by: recorded.text().and_then(Sign::find_in).map(FoundSign::into_sign),
            in_time,
            before_message: recorded.at() < mention.published_at() && recorded.at().is_some(),
        }
    }

    pub(crate) fn at(&self) -> Option<DateTime<Utc>> {
        self.recorded.at()
    }

    /// The sign at the end of the answer, "SD" say.
    pub(crate) fn by(&self) -> Option<&str> {
        self.by.as_ref().map(Sign::as_str)
    }

    /// Whether it came no later than the first answer was due; `None` where none was due
    /// or the time is not known.
    pub(crate) fn in_time(&self) -> Option<bool> {
        self.in_time
    }

    /// Whether it is older than the message, which must then have been edited since.
    pub(crate) fn before_message(&self) -> bool {
        self.before_message
    }
}
