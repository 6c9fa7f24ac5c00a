//! What is told of one metric.

use super::{Deadline, Metric, Status};
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use std::fmt;

/// What is told of one metric of a case: its deadline, or why there is none. Given by
/// [`Policies::readings`](super::Policies::readings).
///
/// # Example
/// ```
/// use webcare::Priority;
/// use webcare::calendar::Calendars;
/// use webcare::case::Case;
/// use webcare::sla::{Metric, Policies, Reason, Status};
///
/// let case: Case = serde_json::from_str(r#"{"id": "c-1", "log": [
///     {"at": "2026-11-20T15:00:00Z", "kind": "received", "mention": "m-1"}
/// ]}"#).unwrap();
/// let policies = Policies::from_value(&serde_json::json!([
///     { "id": "all", "first_response": "2h", "next_response": "2h" },
/// ]))?;
/// let now = "2026-11-20T15:30:00Z".parse().unwrap();
/// let readings = policies.readings(&case, Priority::Normal, &Calendars::default(), now)?;
/// assert_eq!(readings.len(), Metric::ALL.len());
/// assert_eq!(readings[0].status(), Status::Pending);
/// assert_eq!(readings[1].reason(), Some(Reason::NotStarted));
/// assert_eq!(readings[1].to_string(), "next_response: not_applicable, its clock has not started");
/// assert_eq!(readings[2].reason(), Some(Reason::NoTarget));
/// # Ok::<(), webcare::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    metric: Metric,
    deadline: Result<Deadline, Reason>,
}

/// Why nothing is due.
///
/// # Example
/// ```
/// assert_eq!(webcare::sla::Reason::NoPolicy.to_string(), "no policy applies");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Reason {
    /// The customer has written nothing yet.
    NoMessage,
    /// No policy applies; [`explain`](super::Policies::explain) says why.
    NoPolicy,
    /// The policy that applies says nothing of this metric.
    NoTarget,
    /// What starts its clock has not happened.
    NotStarted,
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::NoMessage => "the customer has written nothing",
            Self::NoPolicy => "no policy applies",
            Self::NoTarget => "the policy has no target for it",
            Self::NotStarted => "its clock has not started",
        })
    }
}

impl Reading {
    pub(super) const fn new(metric: Metric, deadline: Result<Deadline, Reason>) -> Self {
        Self { metric, deadline }
    }

    /// What is measured.
    #[must_use]
    pub const fn metric(&self) -> Metric {
        self.metric
    }

    /// Where it stands.
    #[must_use]
    pub fn status(&self) -> Status {
        self.deadline.as_ref().map_or(Status::NotApplicable, Deadline::status)
    }

    /// What is due, if anything is or was.
    #[must_use]
    pub fn deadline(&self) -> Option<&Deadline> {
        self.deadline.as_ref().ok()
    }

    /// Why nothing is due, where nothing is.
    #[must_use]
    pub fn reason(&self) -> Option<Reason> {
        self.deadline.as_ref().err().copied()
    }
}

impl fmt::Display for Reading {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.metric, self.status())?;
        match &self.deadline {
            Ok(deadline) => write!(f, ", due {}", deadline.due_at().format("%FT%TZ")),
            Err(reason) => write!(f, ", {reason}"),
        }
    }
}

impl Serialize for Reading {
    /// A deadline as it is written itself; else the metric, the status and the reason.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.deadline {
            Ok(deadline) => deadline.serialize(serializer),
            Err(reason) => {
                let mut table = serializer.serialize_map(Some(3))?;
                table.serialize_entry("metric", &self.metric)?;
                table.serialize_entry("status", &self.status())?;
                table.serialize_entry("reason", reason)?;
                table.end()
            }
        }
    }
}
