//! The rules of an organisation, ready to decide.

use super::doubts::{self, Layout};
use super::index::Index;
use super::read_rules::read_rules;
use super::then::read_name;
use super::trace::{RuleTrace, Trace, Verdict};
use super::view::View;
use super::words::Lexicon;
use super::{Decision, Facts, PriorityScale, Rule, Simulation};
use crate::calendar::Calendars;
use crate::config::{Node, configured};
use crate::error::Fault;
use serde::{Serialize, Serializer};
use std::sync::Arc;

/// The queue of what no rule sends elsewhere, unless the configuration names another.
const FALLBACK: &str = "inbox";

/// The rules of an organisation: validated, in their order, ready to decide.
///
/// # Format
/// Either a list of rules, or a table:
///
/// | key | value |
/// |---|---|
/// | `fallback` | the queue of what no rule sends elsewhere; `inbox` if absent |
/// | `priority` | the [`PriorityScale`]: which priority goes with which urgency |
/// | `list` | the rules |
///
/// A rule:
///
/// | key | value |
/// |---|---|
/// | `id` | what it is called in decisions; no two rules have the same |
/// | `name` | what people call it |
/// | `order` | a whole number, lowest first, equals by id; if absent 10 times its place in the list, from 1 |
/// | `enabled` | whether it takes part; `true` if absent |
/// | `when` | the condition; if absent the rule always applies |
/// | `then` | `queue`, `team`, `priority`, `tags`, `watchers`, `actions` (each a `name` with `data`) |
/// | `stop` | whether no later rule is looked at once it matches; `false` if absent |
///
/// A condition is one of `{ all = […] }`, `{ any = […] }`, `{ not = … }`, and
/// `{ field = …, op = …, value = … }`. The fields are listed at [`Field`](super::Field),
/// the operators that go with them at
/// [`FieldKind::operators`](super::FieldKind::operators). Conditions are at most 32 deep,
/// a rule has at most 1,000 of them, a list at most 1,000 values.
///
/// # Example
/// ```
/// use webcare::classify::Classification;
/// use webcare::judgement::Abstention;
/// use webcare::mention::{ChannelKind, Mention};
/// use webcare::{Priority, routing::{Facts, Rules}};
///
/// let rules: Rules = toml::from_str(r#"
///     fallback = "webcare"
///
///     [[list]]
///     id = "gas"
///     order = 10
///     when = { any = [
///         { field = "urgency", op = "at_least", value = "critical" },
///         { field = "text", op = "contains_any", value = ["gaslucht", "ruik gas"] },
///     ] }
///     then = { queue = "incidents", priority = "urgent", tags = ["danger"] }
///     stop = true
///
///     [[list]]
///     id = "reviews"
///     order = 20
///     when = { field = "channel", op = "eq", value = "review" }
///     then = { queue = "reputation", watchers = ["marketing"] }
/// "#)?;
///
/// let mention = Mention::builder("1").channel(ChannelKind::X).text("Ik ruik gas!").build()?;
/// let judged = Classification::abstaining(Abstention::NoEvidence);
/// let decision = rules.decide(&Facts::new(&mention, &judged, chrono::DateTime::UNIX_EPOCH));
/// assert_eq!((decision.queue(), decision.priority()), ("incidents", Priority::Urgent));
/// assert!(decision.tags().contains("danger"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Serialize)]
pub struct Rules {
    fallback: String,
    priority: PriorityScale,
    #[serde(serialize_with = "write_rules")]
    list: Vec<Arc<Rule>>,
    #[serde(skip)]
    index: Arc<Index>,
    #[serde(skip)]
    layout: Layout,
}

impl Rules {
    pub(crate) fn read(node: &Node<'_>) -> Option<Self> {
        if node.value().is_array() {
            let rules = read_rules(node)?;
            return Some(Self::new(
                FALLBACK.to_owned(),
                PriorityScale::default(),
                rules,
                Layout::List,
            ));
        }
        let mut table = node.table()?;
        let fallback = table.read_or("fallback", FALLBACK.to_owned(), read_name);
        let priority = table.read_or("priority", PriorityScale::default(), PriorityScale::read);
        let rules = table.read_or("list", Vec::new(), read_rules);
        table.finish();
        Some(Self::new(fallback?, priority?, rules?, Layout::Table))
    }

    fn new(
        fallback: String,
        priority: PriorityScale,
        mut rules: Vec<Rule>,
        layout: Layout,
    ) -> Self {
        rules.sort_by(|a, b| (a.order(), a.id()).cmp(&(b.order(), b.id())));
        let mut lexicon = Lexicon::default();
        for when in rules.iter_mut().filter_map(Rule::when_mut) {
            when.number(&mut lexicon);
        }
        let index = Arc::new(Index::new(rules.iter(), lexicon));
        let list = rules.into_iter().map(Arc::new).collect();
        Self { fallback, priority, list, index, layout }
    }

    /// The rules, in the order in which they are tried.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &Rule> {
        self.list.iter().map(Arc::as_ref)
    }

    /// How many rules there are, those that are switched off included.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there are no rules.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The queue of what no rule sends elsewhere.
    #[must_use]
    pub fn fallback(&self) -> &str {
        &self.fallback
    }

    /// Which priority goes with which urgency, where no rule sets one.
    #[must_use]
    pub const fn priority_scale(&self) -> &PriorityScale {
        &self.priority
    }

    /// Decides. Pure: the same rules and facts give the same decision.
    ///
    /// The trace tells of the rules that matched; [`explain`](Self::explain) tells of
    /// every rule. Rules whose words and names do not occur cost nothing.
    ///
    /// No rule applies to a message of our own, whatever its text: it gets the fallback,
    /// the priority of what can't be judged, and an empty trace.
    ///
    /// # Example
    /// ```
    /// use webcare::classify::Classification;
    /// use webcare::judgement::Abstention;
    /// use webcare::mention::{Direction, Mention, Sender};
    /// use webcare::routing::{Facts, Rules};
    ///
    /// let rules = Rules::from_value(&serde_json::json!([
    ///     { "id": "all", "then": { "queue": "webcare" } },
    /// ]))?;
    /// let judged = Classification::abstaining(Abstention::NoEvidence);
    /// let decide = |mention: &Mention| {
    ///     rules.decide(&Facts::new(mention, &judged, chrono::DateTime::UNIX_EPOCH))
    /// };
    /// let asked = Mention::builder("1").text("Rijdt bus 12 vandaag?").build()?;
    /// assert_eq!(decide(&asked).queue(), "webcare");
    ///
    /// let ours = Mention::builder("2").direction(Direction::Outbound(Sender::Unknown));
    /// let ours = ours.text("Ja, tot middernacht. ^SD").build()?;
    /// assert!(decide(&ours).is_fallback() && decide(&ours).trace().rules().is_empty());
    /// # Ok::<(), webcare::Error>(())
    /// ```
    #[must_use]
    pub fn decide(&self, facts: &Facts<'_>) -> Decision {
        let mut decision = self.undecided(facts);
        if facts.is_own() {
            return decision;
        }
        let view = View::new(*facts, self.index.lexicon());
        let mut matched = Vec::new();
        for rule in self.index.candidates(&view).into_iter().filter_map(|at| self.list.get(at)) {
            if !rule.when().is_none_or(|when| when.holds(&view).is_true()) {
                continue;
            }
            decision.apply(rule);
            matched.push(RuleTrace::matched(rule, &view));
            if rule.stops() {
                break;
            }
        }
        decision.with_trace(Trace::new(matched, false))
    }

    /// Decides the same, with a trace that tells of every rule whether and why it matched.
    /// It costs time and memory for every rule. The trace of a message of our own is empty
    /// here too.
    ///
    /// # Example
    /// ```
    /// use webcare::classify::Classification;
    /// use webcare::judgement::Abstention;
    /// use webcare::mention::Mention;
    /// use webcare::routing::{Facts, Rules, Verdict};
    ///
    /// let rules = Rules::from_value(&serde_json::json!([
    ///     { "id": "all", "then": { "queue": "webcare" }, "stop": true },
    ///     { "id": "late", "then": { "queue": "sales" } },
    /// ]))?;
    /// let mention = Mention::builder("1").text("Hoi").build()?;
    /// let judged = Classification::abstaining(Abstention::NoEvidence);
    /// let decision = rules.explain(&Facts::new(&mention, &judged, chrono::DateTime::UNIX_EPOCH));
    /// assert_eq!(decision.trace().of("late").unwrap().verdict(), Verdict::NotReached);
    /// # Ok::<(), webcare::Error>(())
    /// ```
    #[must_use]
    pub fn explain(&self, facts: &Facts<'_>) -> Decision {
        let mut decision = self.undecided(facts);
        if facts.is_own() {
            return decision;
        }
        let view = View::new(*facts, self.index.lexicon());
        let mut stopped = false;
        let mut traces = Vec::with_capacity(self.list.len());
        for rule in &self.list {
            let trace = match (rule.is_enabled(), stopped) {
                (false, _) => RuleTrace::skipped(rule, Verdict::Disabled),
                (true, true) => RuleTrace::skipped(rule, Verdict::NotReached),
                (true, false) => RuleTrace::checked(rule, &view),
            };
            if trace.verdict() == Verdict::Matched {
                decision.apply(rule);
                stopped = rule.stops();
            }
            traces.push(trace);
        }
        decision.with_trace(Trace::new(traces, true))
    }

    fn undecided(&self, facts: &Facts<'_>) -> Decision {
        let urgency = facts.classification().urgency().level().filter(|_| !facts.is_own());
        Decision::new(&self.fallback, self.priority.of(urgency))
    }

    /// Runs the rules over many mentions and counts how often each matched. Messages of our
    /// own are counted apart, for no rule could have matched them.
    #[must_use]
    pub fn simulate<'f>(&self, facts: impl IntoIterator<Item = Facts<'f>>) -> Simulation {
        let mut simulation = Simulation::new(self.iter().map(Rule::id).collect());
        for facts in facts {
            if facts.is_own() {
                simulation.count_own();
            } else {
                simulation.count(&self.decide(&facts));
            }
        }
        simulation
    }

    /// What is allowed and yet is probably not meant, each with its place: a rule that an
    /// earlier one hides, a condition that can't hold, a value that is a word away from a
    /// known one, orders in some rules only.
    ///
    /// # Example
    /// ```
    /// use webcare::routing::Rules;
    ///
    /// let rules = Rules::from_value(&serde_json::json!([
    ///     { "id": "all", "then": { "queue": "webcare" }, "stop": true },
    ///     { "id": "late", "then": { "queue": "sales" } },
    /// ]))?;
    /// let doubts: Vec<String> = rules.doubts().iter().map(ToString::to_string).collect();
    /// assert_eq!(doubts, ["rules[1]: is never reached: \"all\" always matches and stops"]);
    /// # Ok::<(), webcare::Error>(())
    /// ```
    #[must_use]
    pub fn doubts(&self) -> Vec<Fault> {
        doubts::of(&self.list, self.layout)
    }

    /// The calendars that rules ask for and `calendars` does not have, each with its
    /// place. Their conditions would be unknown for ever.
    #[must_use]
    pub fn check(&self, calendars: &Calendars) -> Vec<Fault> {
        doubts::missing_calendars(&self.list, self.layout, calendars)
    }
}

impl Default for Rules {
    /// No rules: everything goes to the queue `inbox`.
    fn default() -> Self {
        Self::new(FALLBACK.to_owned(), PriorityScale::default(), Vec::new(), Layout::List)
    }
}

impl PartialEq for Rules {
    fn eq(&self, other: &Self) -> bool {
        (&self.fallback, self.priority, &self.list)
            == (&other.fallback, other.priority, &other.list)
    }
}

configured!(Rules, "rules");

#[expect(clippy::ptr_arg, reason = "the signature serde calls")]
fn write_rules<S: Serializer>(rules: &Vec<Arc<Rule>>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(rules.iter().map(Arc::as_ref))
}

const _: fn() = || {
    fn shared<T: Send + Sync>() {}
    shared::<Rules>();
    shared::<Decision>();
};
