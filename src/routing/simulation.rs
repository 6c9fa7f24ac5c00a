//! What rules would do over many mentions.

use super::Decision;
use crate::Priority;
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt;

/// How often each rule matched, and where everything went.
///
/// # Example
/// ```
/// use webcare::classify::Classification;
/// use webcare::judgement::Abstention;
/// use webcare::mention::Mention;
/// use webcare::routing::{Facts, Rules};
///
/// let rules = Rules::from_value(&serde_json::json!([{
///     "id": "bus",
///     "when": { "field": "text", "op": "contains_word", "value": "bus" },
///     "then": { "queue": "buses" },
/// }]))?;
/// let mentions = ["Waar blijft de bus?", "Busje komt zo", "De bus is er"]
///     .map(|text| Mention::builder("1").text(text).build().unwrap());
/// let judged = Classification::abstaining(Abstention::NoEvidence);
/// let facts = mentions.iter().map(|m| Facts::new(m, &judged, chrono::DateTime::UNIX_EPOCH));
///
/// let simulation = rules.simulate(facts);
/// assert_eq!(simulation.to_string(), "bus matched 2 of 3");
/// assert_eq!((simulation.queues()["buses"], simulation.queues()["inbox"]), (2, 1));
/// # Ok::<(), webcare::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Simulation {
    mentions: u64,
    own_messages: u64,
    fallbacks: u64,
    rules: Vec<RuleCount>,
    queues: BTreeMap<String, u64>,
    priorities: BTreeMap<Priority, u64>,
    #[serde(skip)]
    places: BTreeMap<String, usize>,
}

/// How often one rule matched.
///
/// # Example
/// See [`Simulation`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RuleCount {
    rule: String,
    matched: u64,
}

impl RuleCount {
    /// The id of the rule.
    #[must_use]
    pub fn rule(&self) -> &str {
        &self.rule
    }

    /// In how many mentions it matched.
    #[must_use]
    pub const fn matched(&self) -> u64 {
        self.matched
    }
}

impl Simulation {
    pub(super) fn new(ids: Vec<&str>) -> Self {
        let count = |id: &str| RuleCount { rule: id.to_owned(), matched: 0 };
        Self {
            mentions: 0,
            own_messages: 0,
            fallbacks: 0,
            rules: ids.iter().copied().map(count).collect(),
            queues: BTreeMap::new(),
            priorities: BTreeMap::new(),
            places: ids.into_iter().map(str::to_owned).zip(0..).collect(),
        }
    }

    pub(super) const fn count_own(&mut self) {
        self.own_messages += 1;
    }

    pub(super) fn count(&mut self, decision: &Decision) {
        self.mentions += 1;
        self.fallbacks += u64::from(decision.is_fallback());
        *self.queues.entry(decision.queue().to_owned()).or_default() += 1;
        *self.priorities.entry(decision.priority()).or_default() += 1;
        for id in decision.rules() {
            let place = self.places.get(id);
            if let Some(count) = place.and_then(|place| self.rules.get_mut(*place)) {
                count.matched += 1;
            }
        }
    }

    /// How many mentions there were, our own messages apart.
    #[must_use]
    pub const fn mentions(&self) -> u64 {
        self.mentions
    }

    /// How many messages of our own there were besides. They count nowhere else.
    #[must_use]
    pub const fn own_messages(&self) -> u64 {
        self.own_messages
    }

    /// How many of them no rule gave a queue.
    #[must_use]
    pub const fn fallbacks(&self) -> u64 {
        self.fallbacks
    }

    /// How often each rule matched, in the order of the rules, those that never did
    /// included.
    #[must_use]
    pub fn rules(&self) -> &[RuleCount] {
        &self.rules
    }

    /// In how many mentions the rule `id` matched; `None` when there is no such rule.
    #[must_use]
    pub fn matched(&self, id: &str) -> Option<u64> {
        self.rules.get(*self.places.get(id)?).map(RuleCount::matched)
    }

    /// How many mentions each queue got.
    #[must_use]
    pub const fn queues(&self) -> &BTreeMap<String, u64> {
        &self.queues
    }

    /// How many mentions each priority got.
    #[must_use]
    pub const fn priorities(&self) -> &BTreeMap<Priority, u64> {
        &self.priorities
    }
}

impl fmt::Display for Simulation {
    /// One rule a line.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, RuleCount { rule, matched }) in self.rules.iter().enumerate() {
            let end = if place == 0 { "" } else { "\n" };
            write!(f, "{end}{rule} matched {matched} of {}", self.mentions)?;
        }
        Ok(())
    }
}
