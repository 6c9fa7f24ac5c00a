//! Runs every case of `testdata/routing`.

use super::Judged;
use crate::calendar::Calendars;
use crate::case::Case;
use crate::mention::Mention;
use crate::routing::{Decision, Facts, Rules};
use chrono::{DateTime, Utc};
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeSet;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Decisions {
    now: DateTime<Utc>,
    calendars: Value,
    case: Vec<DecisionCase>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DecisionCase {
    name: String,
    rules: Value,
    mention: Value,
    #[serde(default)]
    judged: Judged,
    now: Option<DateTime<Utc>>,
    #[serde(default)]
    without_calendars: bool,
    case: Option<Case>,
    queue: Option<String>,
    team: Option<String>,
    priority: Option<String>,
    #[serde(default)]
    tags: Option<BTreeSet<String>>,
    watchers: Option<BTreeSet<String>>,
    actions: Option<Value>,
    matched: Option<Vec<String>>,
    conflicts: Option<Vec<String>>,
    trace: Option<Vec<String>>,
}

impl DecisionCase {
    fn run(&self, calendars: &Calendars, now: DateTime<Utc>) {
        let name = &self.name;
        let rules =
            Rules::from_value(&self.rules).unwrap_or_else(|error| panic!("{name}: {error}"));
        let mut mention = self.mention.clone();
        mention["id"] = "case".into();
        let mention: Mention = serde_json::from_value(mention).unwrap();
        let judged = self.judged.classification();
        let mut facts = Facts::new(&mention, &judged, self.now.unwrap_or(now));
        if !self.without_calendars {
            facts = facts.calendars(calendars);
        }
        if let Some(case) = &self.case {
            facts = facts.case(case);
        }
        let decision = rules.explain(&facts);
        if let Some(queue) = &self.queue {
            assert_eq!(decision.queue(), queue, "{name}: queue");
            assert_eq!(decision.is_fallback(), decision.queue_by().is_none(), "{name}");
        }
        assert_eq!(decision.team(), self.team.as_deref(), "{name}: team");
        if let Some(priority) = &self.priority {
            assert_eq!(decision.priority().as_str(), priority, "{name}: priority");
        }
        if let Some(tags) = &self.tags {
            assert_eq!(decision.tags(), tags, "{name}: tags");
        }
        if let Some(watchers) = &self.watchers {
            assert_eq!(decision.watchers(), watchers, "{name}: watchers");
        }
        if let Some(actions) = &self.actions {
            assert_eq!(&serde_json::to_value(decision.actions()).unwrap(), actions, "{name}");
        }
        if let Some(matched) = &self.matched {
            assert_eq!(&decision.rules().collect::<Vec<_>>(), matched, "{name}: matched");
        }
        let conflicts: Vec<String> = decision
            .conflicts()
            .iter()
            .map(|c| {
                let outcome = c.outcome().as_str();
                format!(
                    "{outcome}: {} wanted {}, {} has {}",
                    c.rule(),
                    c.wanted(),
                    c.kept_by(),
                    c.kept()
                )
            })
            .collect();
        assert_eq!(conflicts, self.conflicts.clone().unwrap_or_default(), "{name}: conflicts");
        if let Some(trace) = &self.trace {
            let found = decision.trace().to_string();
            assert_eq!(&found.lines().collect::<Vec<_>>(), trace, "{name}: trace");
        }
        let quick = rules.decide(&facts);
        assert_eq!(
            quick.trace().rules(),
            decision.trace().matched().cloned().collect::<Vec<_>>(),
            "{name}: decide and explain"
        );
        let outcome = |decision: &Decision| {
            let mut outcome = serde_json::to_value(decision).unwrap();
            outcome["trace"].take();
            outcome
        };
        assert_eq!(outcome(&quick), outcome(&decision), "{name}: decide and explain");
        let written = serde_json::to_value(&rules).unwrap();
        let again = Rules::from_value(&written).unwrap();
        assert_eq!(again, rules, "{name}: round trip");
        assert_eq!(serde_json::to_value(&again).unwrap(), written, "{name}: round trip");
    }
}

#[test]
fn every_decision_is_as_expected() {
    let text = include_str!("../../../testdata/routing/decisions.toml");
    let decisions: Decisions = toml::from_str(text).unwrap();
    let calendars = Calendars::from_value(&decisions.calendars).unwrap();
    let mut names = BTreeSet::new();
    for case in &decisions.case {
        assert!(names.insert(&case.name), "two cases are named {}", case.name);
        case.run(&calendars, decisions.now);
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Faults {
    case: Vec<FaultCase>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FaultCase {
    name: String,
    rules: Value,
    #[serde(default)]
    faults: Vec<String>,
    #[serde(default)]
    doubts: Vec<String>,
}

#[test]
fn every_fault_and_doubt_is_told() {
    let text = include_str!("../../../testdata/routing/faults.toml");
    let faults: Faults = toml::from_str(text).unwrap();
    let mut names = BTreeSet::new();
    for case in &faults.case {
        let name = &case.name;
        assert!(names.insert(name), "two cases are named {name}");
        let lines = |faults: &[crate::Fault]| faults.iter().map(ToString::to_string).collect();
        let (found, doubts): (Vec<String>, Vec<String>) = match Rules::from_value(&case.rules) {
            Ok(rules) => (Vec::new(), lines(&rules.doubts())),
            Err(error) => (lines(error.faults()), Vec::new()),
        };
        assert_eq!(found, case.faults, "{name}: faults");
        assert_eq!(doubts, case.doubts, "{name}: doubts");
    }
}

#[test]
fn a_calendar_that_is_not_there_is_told() {
    let rules = Rules::from_value(&serde_json::json!({ "list": [{
        "id": "closed",
        "when": { "all": [
            { "not": { "field": "now", "op": "within", "value": "kantor" } },
            { "field": "published_at", "op": "within", "value": "kantoor" },
        ] },
        "then": { "tags": ["closed"] },
    }]}))
    .unwrap();
    let decisions: Decisions =
        toml::from_str(include_str!("../../../testdata/routing/decisions.toml")).unwrap();
    let calendars = Calendars::from_value(&decisions.calendars).unwrap();
    let missing: Vec<String> = rules.check(&calendars).iter().map(ToString::to_string).collect();
    assert_eq!(missing, ["rules.list[0].when.all[0].not.value: there is no calendar \"kantor\""]);
}

#[test]
fn our_own_messages_are_counted_apart() {
    use crate::mention::{Direction, Sender};

    let all = serde_json::json!([{ "id": "all", "then": { "queue": "webcare" } }]);
    let rules = Rules::from_value(&all).unwrap();
    let judged = Judged::default().classification();
    let asked = Mention::builder("1").text("Rijdt bus 12?").build().unwrap();
    let ours = Mention::builder("2").text("Ja. ^SD").direction(Direction::Outbound(Sender::Bot));
    let ours = ours.build().unwrap();
    let mentions = [&asked, &ours, &ours];
    let facts = mentions.map(|mention| Facts::new(mention, &judged, DateTime::UNIX_EPOCH));
    let counted = serde_json::to_value(rules.simulate(facts)).unwrap();
    let expected = serde_json::json!({
        "mentions": 1,
        "own_messages": 2,
        "fallbacks": 0,
        "rules": [{ "rule": "all", "matched": 1 }],
        "queues": { "webcare": 1 },
        "priorities": { "normal": 1 },
    });
    assert_eq!(counted, expected);
}
