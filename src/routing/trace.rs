//! Why rules matched, or did not.

use super::view::View;
use super::{Check, Condition, Found, Leaf, Rule, Truth};
use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};
use std::fmt;
use std::sync::Arc;

/// What became of a rule.
///
/// # Example
/// ```
/// use webcare::routing::Verdict;
///
/// assert_eq!(Verdict::NotReached.as_str(), "not_reached");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Verdict {
    /// Its conditions hold, or it has none.
    Matched,
    /// Its conditions do not hold.
    NotMatched,
    /// A value is missing, without which it can't be told. It counts as not matched.
    Unknown,
    /// An earlier rule stopped the pass.
    NotReached,
    /// It is switched off.
    Disabled,
}

impl Verdict {
    /// The word used in output.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Matched => "matched",
            Self::NotMatched => "not_matched",
            Self::Unknown => "unknown",
            Self::NotReached => "not_reached",
            Self::Disabled => "disabled",
        }
    }
}

impl From<Truth> for Verdict {
    fn from(truth: Truth) -> Self {
        match truth {
            Truth::True => Self::Matched,
            Truth::False => Self::NotMatched,
            Truth::Unknown => Self::Unknown,
        }
    }
}

/// What became of one rule, and why.
///
/// # Example
/// ```
/// use webcare::classify::Classification;
/// use webcare::judgement::Abstention;
/// use webcare::mention::{Author, Mention};
/// use webcare::routing::{Facts, Rules, Truth, Verdict};
///
/// let rules = Rules::from_value(&serde_json::json!([{
///     "id": "famous",
///     "when": { "field": "followers", "op": "ge", "value": 10_000 },
///     "then": { "tags": ["famous"] },
/// }]))?;
/// let judged = Classification::abstaining(Abstention::NoEvidence);
/// let mention = Mention::builder("1").text("Hoi").author(Author::named("Bo")).build()?;
/// let facts = Facts::new(&mention, &judged, chrono::DateTime::UNIX_EPOCH);
///
/// let decision = rules.explain(&facts);
/// let famous = decision.trace().of("famous").unwrap();
/// assert_eq!(famous.verdict(), Verdict::Unknown);
/// assert_eq!(famous.checks().next().unwrap().truth(), Truth::Unknown);
/// assert_eq!(famous.sentence(), "famous can't be told: the number of followers is not known");
/// # Ok::<(), webcare::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct RuleTrace {
    rule: Arc<Rule>,
    verdict: Verdict,
    records: Vec<(Truth, Found)>,
}

impl RuleTrace {
    /// All checks of a rule that is known to match.
    pub(super) fn matched(rule: &Arc<Rule>, view: &View<'_>) -> Self {
        let record = |leaf: &Leaf| (leaf.holds(view), Found::by(leaf, view));
        let leaves = rule.when().map(Condition::leaves).unwrap_or_default();
        let records = leaves.into_iter().map(record).collect();
        Self { rule: Arc::clone(rule), verdict: Verdict::Matched, records }
    }

    /// All checks of a rule that takes part, and what follows from them.
    pub(super) fn checked(rule: &Arc<Rule>, view: &View<'_>) -> Self {
        let mut trace = Self::matched(rule, view);
        trace.verdict = trace.decide().0.into();
        trace
    }

    /// A rule that was not looked at.
    pub(super) fn skipped(rule: &Arc<Rule>, verdict: Verdict) -> Self {
        Self { rule: Arc::clone(rule), verdict, records: Vec::new() }
    }

    fn decide(&self) -> (Truth, Vec<usize>) {
        let mut decisive = Vec::new();
        let mut truths = self.records.iter().map(|(truth, _)| *truth);
        let truth = self
            .rule
            .when()
            .map_or(Truth::True, |when| when.decide(&mut truths, &mut 0, &mut decisive));
        (truth, decisive)
    }

    /// The rule.
    #[must_use]
    pub fn rule(&self) -> &Rule {
        &self.rule
    }

    /// What became of it.
    #[must_use]
    pub const fn verdict(&self) -> Verdict {
        self.verdict
    }

    /// What each of its conditions on fields came to, in the order of
    /// [`Condition::leaves`]; none when the rule was not looked at.
    pub fn checks(&self) -> impl Iterator<Item = Check<'_>> {
        let leaves = self.rule.when().map(Condition::leaves).unwrap_or_default();
        let records = self.records.iter();
        leaves.into_iter().zip(records).map(|(leaf, (truth, found))| Check {
            leaf,
            truth: *truth,
            found,
        })
    }

    /// The checks that made the verdict what it is.
    pub fn decisive(&self) -> impl Iterator<Item = Check<'_>> {
        let places = if self.records.is_empty() { Vec::new() } else { self.decide().1 };
        let checks = self.checks().enumerate();
        checks.filter(move |(place, _)| places.contains(place)).map(|(_, check)| check)
    }

    /// Why it matched or did not, as a sentence without a full stop.
    #[must_use]
    pub fn sentence(&self) -> String {
        let name = self.rule.name();
        let reasons: Vec<String> = self.decisive().map(|check| check.sentence()).collect();
        let reasons = reasons.join(" and ");
        match self.verdict {
            Verdict::Matched if reasons.is_empty() => {
                format!("{name} matched: it has no conditions")
            }
            Verdict::Matched => format!("{name} matched: {reasons}"),
            Verdict::NotMatched => format!("{name} did not match: {reasons}"),
            Verdict::Unknown => format!("{name} can't be told: {reasons}"),
            Verdict::NotReached => format!("{name} was not reached: an earlier rule stopped"),
            Verdict::Disabled => format!("{name} is switched off"),
        }
    }
}

impl Serialize for RuleTrace {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut trace = serializer.serialize_struct("RuleTrace", 3)?;
        trace.serialize_field("rule", self.rule.id())?;
        trace.serialize_field("verdict", &self.verdict)?;
        trace.serialize_field("checks", &self.checks().collect::<Vec<_>>())?;
        trace.end()
    }
}

/// Why a decision is what it is: what became of the rules, in their order.
///
/// The trace of [`Rules::decide`](super::Rules::decide) has the rules that matched; that
/// of [`Rules::explain`](super::Rules::explain) has every rule. What both say of a rule
/// is the same.
///
/// # Example
/// ```
/// use webcare::classify::Classification;
/// use webcare::judgement::Abstention;
/// use webcare::mention::Mention;
/// use webcare::routing::{Facts, Rules};
///
/// let rules = Rules::from_value(&serde_json::json!([
///     {
///         "id": "gas",
///         "when": { "field": "text", "op": "contains_word", "value": "gas" },
///         "then": { "queue": "incidents" },
///     },
///     {
///         "id": "reviews",
///         "when": { "field": "channel", "op": "eq", "value": "review" },
///         "then": { "queue": "reputation" },
///     },
/// ]))?;
/// let mention = Mention::builder("1").text("Ik ruik gas").build()?;
/// let judged = Classification::abstaining(Abstention::NoEvidence);
/// let facts = Facts::new(&mention, &judged, chrono::DateTime::UNIX_EPOCH);
///
/// assert_eq!(rules.decide(&facts).trace().to_string(), "gas matched: the text has 'gas' (8..11)");
/// assert_eq!(
///     rules.explain(&facts).trace().to_string(),
///     "gas matched: the text has 'gas' (8..11)\n\
///      reviews can't be told: the channel is not known",
/// );
/// # Ok::<(), webcare::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Trace {
    rules: Vec<RuleTrace>,
    complete: bool,
}

impl Trace {
    pub(super) const fn new(rules: Vec<RuleTrace>, complete: bool) -> Self {
        Self { rules, complete }
    }

    /// The rules that it tells of, in their order.
    #[must_use]
    pub fn rules(&self) -> &[RuleTrace] {
        &self.rules
    }

    /// Whether it tells of every rule, not only of those that matched.
    #[must_use]
    pub const fn is_complete(&self) -> bool {
        self.complete
    }

    /// The rules that matched.
    pub fn matched(&self) -> impl Iterator<Item = &RuleTrace> {
        self.rules.iter().filter(|rule| rule.verdict == Verdict::Matched)
    }

    /// What it tells of the rule `id`.
    #[must_use]
    pub fn of(&self, id: &str) -> Option<&RuleTrace> {
        self.rules.iter().find(|rule| rule.rule.id() == id)
    }
}

impl fmt::Display for Trace {
    /// One sentence a line.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, rule) in self.rules.iter().enumerate() {
            let end = if place == 0 { "" } else { "\n" };
            write!(f, "{end}{}", rule.sentence())?;
        }
        Ok(())
    }
}
