//! What the checks found.

use std::fmt;

/// Why a sentence of the contract is not certainly kept.
///
/// # Example
/// ```
/// use webcare::channel::conformance::Shortfall;
///
/// let found = Shortfall::NotKept("the third mention is missing".to_owned());
/// assert_eq!(found.to_string(), "the third mention is missing");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Shortfall {
    /// The channel does otherwise, in this way.
    #[error("{0}")]
    NotKept(String),
    /// It could not be checked, or there is nothing to check, for this reason.
    #[error("{0}")]
    NotChecked(String),
}

/// Whether a sentence of the contract is kept.
pub type Verdict = Result<(), Shortfall>;

/// What one check found.
///
/// # Example
/// ```
/// use webcare::channel::conformance::Report;
///
/// fn complain(report: &Report) {
///     for outcome in report.not_kept() {
///         println!("{}: {:?}", outcome.name(), outcome.verdict());
///     }
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    name: &'static str,
    verdict: Verdict,
}

impl Outcome {
    pub(super) const fn new(name: &'static str, verdict: Verdict) -> Self {
        Self { name, verdict }
    }

    /// The name of the check, which is that of its function.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// What it found.
    ///
    /// # Errors
    /// The shortfall, if the sentence is not kept or could not be checked.
    pub const fn verdict(&self) -> Result<(), &Shortfall> {
        match &self.verdict {
            Ok(()) => Ok(()),
            Err(shortfall) => Err(shortfall),
        }
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = self.name.replace('_', " ");
        match &self.verdict {
            Ok(()) => write!(f, "kept         {name}"),
            Err(Shortfall::NotKept(why)) => write!(f, "NOT KEPT     {name}: {why}"),
            Err(Shortfall::NotChecked(why)) => write!(f, "not checked  {name}: {why}"),
        }
    }
}

/// What all checks found, in the order in which they ran. Printed, it is a line for each
/// and a line of sums.
///
/// # Example
/// ```
/// use webcare::channel::conformance::{Harness, run_all};
///
/// async fn check(harness: &dyn Harness) {
///     let report = run_all(harness).await;
///     assert!(report.is_conformant(), "{report}");
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    outcomes: Vec<Outcome>,
}

impl Report {
    pub(super) const fn new(outcomes: Vec<Outcome>) -> Self {
        Self { outcomes }
    }

    /// What each check found.
    #[must_use]
    pub fn outcomes(&self) -> &[Outcome] {
        &self.outcomes
    }

    /// The checks that found the contract not kept.
    pub fn not_kept(&self) -> impl Iterator<Item = &Outcome> {
        self.outcomes.iter().filter(|o| matches!(o.verdict, Err(Shortfall::NotKept(_))))
    }

    /// The checks for which there was nothing to check.
    pub fn not_checked(&self) -> impl Iterator<Item = &Outcome> {
        self.outcomes.iter().filter(|o| matches!(o.verdict, Err(Shortfall::NotChecked(_))))
    }

    /// Whether nothing was found that is not kept.
    #[must_use]
    pub fn is_conformant(&self) -> bool {
        self.not_kept().next().is_none()
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for outcome in &self.outcomes {
            writeln!(f, "{outcome}")?;
        }
        let (not_kept, not_checked) = (self.not_kept().count(), self.not_checked().count());
        let kept = self.outcomes.len() - not_kept - not_checked;
        write!(f, "{kept} kept, {not_kept} not kept, {not_checked} not checked")
    }
}
