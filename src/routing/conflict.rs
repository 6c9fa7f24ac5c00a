//! Where a rule came too late.

use serde::Serialize;

/// An outcome that has one value.
///
/// # Example
/// ```
/// use webcare::routing::Outcome;
///
/// assert_eq!(Outcome::Queue.as_str(), "queue");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Outcome {
    /// The queue.
    Queue,
    /// The team.
    Team,
    /// The priority.
    Priority,
}

impl Outcome {
    /// The word used in configuration and output.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Queue => "queue",
            Self::Team => "team",
            Self::Priority => "priority",
        }
    }
}

/// A rule wanted to set what an earlier rule had set to something else. The earlier one
/// has it.
///
/// # Example
/// ```
/// use webcare::classify::Classification;
/// use webcare::judgement::Abstention;
/// use webcare::mention::Mention;
/// use webcare::routing::{Facts, Outcome, Rules};
///
/// let rules = Rules::from_value(&serde_json::json!([
///     { "id": "first", "then": { "queue": "webcare" } },
///     { "id": "second", "then": { "queue": "sales" } },
/// ]))?;
/// let mention = Mention::builder("1").text("Hoi").build()?;
/// let judged = Classification::abstaining(Abstention::NoEvidence);
/// let decision = rules.decide(&Facts::new(&mention, &judged, chrono::DateTime::UNIX_EPOCH));
///
/// let conflict = &decision.conflicts()[0];
/// assert_eq!(conflict.outcome(), Outcome::Queue);
/// assert_eq!((conflict.rule(), conflict.wanted()), ("second", "sales"));
/// assert_eq!((conflict.kept_by(), conflict.kept()), ("first", "webcare"));
/// # Ok::<(), webcare::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Conflict {
    pub(super) outcome: Outcome,
    pub(super) rule: String,
    pub(super) wanted: String,
    pub(super) kept_by: String,
    pub(super) kept: String,
}

impl Conflict {
    /// What both wanted to set.
    #[must_use]
    pub const fn outcome(&self) -> Outcome {
        self.outcome
    }

    /// The id of the rule that came too late.
    #[must_use]
    pub fn rule(&self) -> &str {
        &self.rule
    }

    /// What that rule wanted.
    #[must_use]
    pub fn wanted(&self) -> &str {
        &self.wanted
    }

    /// The id of the rule that has it.
    #[must_use]
    pub fn kept_by(&self) -> &str {
        &self.kept_by
    }

    /// What it stays.
    #[must_use]
    pub fn kept(&self) -> &str {
        &self.kept
    }
}
