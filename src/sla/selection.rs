//! Which policy applies to a message, and why.

use super::Policy;
use super::when::Failed;
use std::fmt;

/// Which policy applies to a message, and why not those before it.
///
/// # Example
/// ```
/// use chrono::{DateTime, Utc};
/// use webcare::Priority;
/// use webcare::case::{Case, CaseId};
/// use webcare::mention::{Mention, Origin};
/// use webcare::sla::Policies;
///
/// let policies = Policies::from_value(&serde_json::json!([
///     { "id": "directed", "when": { "origin": ["directed"] }, "first_response": "1h" },
///     { "id": "found", "when": { "origin": ["found"] }, "first_response": "1d" },
/// ]))?;
/// let found = Mention::builder("m-1").origin(Origin::from("found:brand")).build()?;
/// let case = Case::open(CaseId::from(found.id()), &found, DateTime::<Utc>::UNIX_EPOCH);
///
/// let selection = policies.explain(&case, Priority::Normal);
/// assert_eq!(selection.policy().map(|policy| policy.id()), Some("found"));
/// assert_eq!(
///     selection.to_string(),
///     "not \"directed\": origin is found:brand, expected directed; \
///      \"found\" applies: origin is found",
/// );
/// # Ok::<(), webcare::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Selection<'p> {
    trials: Vec<Trial<'p>>,
    has_message: bool,
}

/// One policy that was tried.
///
/// # Example
/// ```
/// use chrono::{DateTime, Utc};
/// use webcare::Priority;
/// use webcare::case::{Case, CaseId};
/// use webcare::mention::Mention;
/// use webcare::sla::Policies;
///
/// let policies = Policies::from_value(&serde_json::json!([
///     { "id": "late", "when": { "priority": ["low"] }, "first_response": "2d" },
/// ]))?;
/// let mention = Mention::builder("m-1").build()?;
/// let case = Case::open(CaseId::from(mention.id()), &mention, DateTime::<Utc>::UNIX_EPOCH);
/// let selection = policies.explain(&case, Priority::High);
/// let trial = &selection.trials()[0];
/// assert_eq!(trial.policy().id(), "late");
/// assert_eq!(trial.reason(), "priority is high, expected low");
/// # Ok::<(), webcare::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Trial<'p> {
    policy: &'p Policy,
    failed: Option<Failed>,
}

impl<'p> Trial<'p> {
    pub(super) fn new(policy: &'p Policy, failed: Option<Failed>) -> Self {
        Self { policy, failed }
    }

    /// The policy.
    #[must_use]
    pub const fn policy(&self) -> &'p Policy {
        self.policy
    }

    /// Whether it applies.
    #[must_use]
    pub const fn applies(&self) -> bool {
        self.failed.is_none()
    }

    /// Why it applies, or why not, in words.
    #[must_use]
    pub fn reason(&self) -> String {
        match &self.failed {
            Some(failed) => failed.to_string(),
            None => self.policy.when.describe(),
        }
    }
}

impl<'p> Selection<'p> {
    pub(super) fn new(trials: Vec<Trial<'p>>) -> Self {
        Self { trials, has_message: true }
    }

    pub(super) const fn without_message() -> Self {
        Self { trials: Vec::new(), has_message: false }
    }

    /// The policy that applies, if one does.
    #[must_use]
    pub fn policy(&self) -> Option<&'p Policy> {
        self.trials.last().filter(|last| last.applies()).map(Trial::policy)
    }

    /// The policies that were tried, in order; the last one applies, if one does.
    #[must_use]
    pub fn trials(&self) -> &[Trial<'p>] {
        &self.trials
    }
}

impl fmt::Display for Selection<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.has_message {
            return f.write_str("no policy applies: the customer has written nothing");
        }
        for trial in self.trials.iter().filter(|trial| !trial.applies()) {
            write!(f, "not \"{}\": {}; ", trial.policy.id(), trial.reason())?;
        }
        match self.trials.last().filter(|last| last.applies()) {
            Some(last) => write!(f, "\"{}\" applies: {}", last.policy.id(), last.reason()),
            None => f.write_str("no policy applies"),
        }
    }
}
