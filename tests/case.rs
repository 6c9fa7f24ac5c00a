//! Cases: scenarios as data, and what must hold for every log and every order of arrival.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that fails should say so at once"
)]

use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;
use serde::Deserialize;
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};
use webcare::Priority;
use webcare::case::{Actor, Answered, Case, CaseId, Cases, Event, EventId, EventKind, Outcome};
use webcare::case::{Conventions, Handover, Judged, Phase, Promised, Recorded, Resolution, Status};
use webcare::mention::{
    Author, ChannelKind, Direction, Mention, ParentState, Sender, Thread, Visibility,
};

#[derive(Deserialize)]
struct File {
    case: Vec<Scenario>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Scenario {
    name: String,
    log: Vec<Event>,
    status: Status,
    queue: Option<String>,
    agent: Option<String>,
    #[serde(default)]
    handovers: u32,
    #[serde(default)]
    reopenings: u32,
    unanswered: Vec<String>,
    #[serde(default)]
    answers: Vec<String>,
}

fn case_of(events: impl IntoIterator<Item = Event>) -> Case {
    Case::replay(CaseId::new("c-1").unwrap(), events).unwrap()
}

#[test]
fn every_scenario_gives_what_is_expected_in_any_order_of_arrival() {
    let mut names = BTreeSet::new();
    for (file, text) in [
        ("life.toml", include_str!("../testdata/case/life.toml")),
        ("answers.toml", include_str!("../testdata/case/answers.toml")),
    ] {
        let File { case } = toml::from_str(text).unwrap_or_else(|error| panic!("{file}: {error}"));
        for scenario in case {
            let name = format!("{file}: {}", scenario.name);
            assert!(names.insert(scenario.name.clone()), "{name}: twice");
            let mut log = scenario.log.clone();
            for _ in 0..log.len() {
                log.rotate_left(1);
                check(&name, &case_of(log.clone()), &scenario);
                check(&name, &case_of(log.iter().rev().cloned()), &scenario);
            }
        }
    }
}

fn check(name: &str, case: &Case, scenario: &Scenario) {
    assert_eq!(case.status(), scenario.status, "{name}");
    assert_eq!(case.queue(), scenario.queue.as_deref(), "{name}");
    assert_eq!(case.agent(), scenario.agent.as_deref(), "{name}");
    assert_eq!(case.handovers(), scenario.handovers, "{name}");
    assert_eq!(case.reopenings(), scenario.reopenings, "{name}");
    let unanswered = case.unanswered();
    let unanswered: Vec<&str> =
        unanswered.iter().map(|exchange| exchange.message().mention().as_str()).collect();
    assert_eq!(unanswered, scenario.unanswered, "{name}");
    let answers = case.answers();
    let answers: Vec<&str> = answers.iter().map(|answer| answer.event().id().as_str()).collect();
    assert_eq!(answers, scenario.answers, "{name}");
    let json = serde_json::to_string(case).unwrap();
    assert_eq!(&serde_json::from_str::<Case>(&json).unwrap(), case, "{name}");
}

fn minute(minute: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_793_610_000, 0).unwrap() + TimeDelta::minutes(minute)
}

fn mention(id: &str) -> Mention {
    Mention::builder(id).author(Author::handle("@lotte")).build().unwrap()
}

#[test]
fn a_refused_event_says_why_and_leaves_the_log_as_it_was() {
    let event = |id: &str, by: &str, kind: EventKind| {
        Event::new(EventId::new(id).unwrap(), minute(0), Actor::from(by), kind)
    };
    let noted = |text: &str| EventKind::Noted { text: text.to_owned() };
    let other = |kind: &str, key: &str| EventKind::Other {
        kind: kind.to_owned(),
        data: [(key.to_owned(), "x".into())].into_iter().collect(),
    };
    let received = Event::of(&mention("m-1"), minute(0));
    let mut case = case_of([received.clone(), event("n-1", "agent", noted("a"))]);
    let before = case.clone();
    for (refused, why) in [
        (
            event("n-1", "agent", noted("b")),
            "event \"n-1\": an event of this name is recorded with other content",
        ),
        (
            event("s-1", "agent", EventKind::Assigned { queue: None, agent: None }),
            "event \"s-1\": an assignment names a queue, an agent or both, found neither",
        ),
        (
            event("a-1", "customer", EventKind::Answered(Answered::new())),
            "event \"a-1\": an answer is ours, found \"customer\"",
        ),
        (
            event(
                "mention:m-2",
                "agent:Noor",
                Event::of(&mention("m-2"), minute(0)).kind().clone(),
            ),
            "event \"mention:m-2\": a message is received from the customer, found \"agent:Noor\"",
        ),
        (
            event("m-2", "customer", Event::of(&mention("m-2"), minute(0)).kind().clone()),
            "event \"m-2\": expected the name \"mention:m-2\", after its mention",
        ),
        (
            event("t-1", "agent", EventKind::StatusChanged { to: Status::New, reason: None }),
            "event \"t-1\": a case is new until it is taken up, and never again",
        ),
        (
            event("o-1", "bot", other("received", "mention")),
            "event \"o-1\": the kind \"received\" is known, and not another one",
        ),
        (
            event("o-1", "bot", other("dreamt", "at")),
            "event \"o-1\": what belongs to its kind cannot be called \"at\"",
        ),
    ] {
        let error = case.record(refused).unwrap_err();
        assert!(error.is_refused() && !error.is_invalid() && error.faults().is_empty());
        assert_eq!(error.to_string(), why);
        assert_eq!(case, before);
    }
    assert_eq!(case.record(received).unwrap(), Recorded::Known);
    assert_eq!(case.receive(&mention("m-1"), minute(9)).unwrap(), Recorded::Known);
    assert_eq!(case, before);
    assert_eq!(case.receive(&mention("m-2"), minute(9)).unwrap(), Recorded::New);
    assert_eq!(case.event(&EventId::new("mention:m-2").unwrap()).unwrap().at(), minute(9));
}

/// What is done to a case that received a message, and why it is refused if it is.
fn steps(case: &CaseId) -> [(Event, Result<(), &'static str>); 24] {
    let event = |id: &str, at: i64, kind: EventKind| {
        Event::new(EventId::new(id).unwrap(), minute(at), Actor::agent("Noor"), kind)
    };
    let to = |to: Status| EventKind::StatusChanged { to, reason: None };
    let noted = || EventKind::Noted { text: "Belt terug.".to_owned() };
    let queue = || EventKind::Assigned { queue: Some("trips".to_owned()), agent: None };
    let kept = |promise: &str| EventKind::PromiseKept { promise: EventId::new(promise).unwrap() };
    [
        (
            event("r-1", 1, EventKind::Resolved(Resolution::Answered)),
            Err("it cannot be resolved as answered: there is no answer"),
        ),
        (
            event("r-2", 1, EventKind::Resolved(Resolution::Duplicate { of: case.clone() })),
            Err("a case cannot be a duplicate of itself"),
        ),
        (
            event("r-3", 1, EventKind::Resolved(Resolution::Forwarded { to: " ".to_owned() })),
            Err("the outcome \"forwarded\" says to whom, found nothing"),
        ),
        (
            event(
                "r-4",
                1,
                EventKind::Resolved(Resolution::NoAnswerNeeded { reason: String::new() }),
            ),
            Err("the outcome \"no_answer_needed\" says why, found nothing"),
        ),
        (
            event("t-1", 1, to(Status::Resolved)),
            Err("it is resolved with an outcome, found only the status"),
        ),
        (event("k-1", 1, kept("p-1")), Err("there is no promise \"p-1\"")),
        (
            event("h-1", 1, EventKind::HandedOver(Handover::to_queue("trips", ""))),
            Err("a hand-over says what the next one has to know, found nothing"),
        ),
        (
            event("h-2", 1, EventKind::HandedOver(Handover::to_queue(" ", "x"))),
            Err("a hand-over names somebody, found a blank name"),
        ),
        (
            event(
                "h-3",
                1,
                EventKind::HandedOver(Handover::to_organisation("ns", "x").agent("Jef")),
            ),
            Err("a hand-over goes to another organisation or stays in the house, found both"),
        ),
        (
            event("g-1", 1, EventKind::Merged { case: case.clone() }),
            Err("a case cannot become part of itself"),
        ),
        (event("s-1", 2, queue()), Ok(())),
        (event("t-2", 2, to(Status::WaitingOnCustomer)), Ok(())),
        (event("t-3", 3, to(Status::WaitingOnCustomer)), Err("it is waiting_on_customer already")),
        (event("p-1", 3, EventKind::Promised(Promised::new())), Ok(())),
        (event("k-2", 4, kept("p-1")), Ok(())),
        (event("k-3", 5, kept("p-1")), Err("the promise \"p-1\" is open no more")),
        (event("a-1", 6, EventKind::Answered(Answered::new())), Ok(())),
        (event("r-5", 7, EventKind::Resolved(Resolution::Answered)), Ok(())),
        (
            event("r-6", 8, EventKind::Resolved(Resolution::Spam)),
            Err("it is resolved already (answered)"),
        ),
        (
            event("s-2", 8, queue()),
            Err("it is resolved, and cannot be given to somebody until it is opened again"),
        ),
        (
            event("p-2", 8, EventKind::Promised(Promised::new())),
            Err("it is resolved, and cannot be given a promise until it is opened again"),
        ),
        (
            event("t-4", 8, to(Status::WaitingOnThirdParty)),
            Err("it is resolved, and cannot be made to wait until it is opened again"),
        ),
        (event("n-1", 8, noted()), Ok(())),
        (event("t-5", 9, to(Status::Open)), Ok(())),
    ]
}

#[test]
fn a_refused_transition_says_why() {
    let mut case = case_of([Event::of(&mention("m-1"), minute(0))]);
    for (step, expected) in steps(&case.id().clone()) {
        let id = step.id().clone();
        let before = case.clone();
        match (case.act(step.clone()), expected) {
            (Ok(recorded), Ok(())) => {
                assert_eq!(recorded, Recorded::New);
                assert_eq!(case.act(step).unwrap(), Recorded::Known, "{id}");
            }
            (Err(error), Err(why)) => {
                assert_eq!(error.to_string(), format!("event \"{id}\": {why}"));
                assert_eq!(case, before);
            }
            (found, expected) => panic!("{id}: {found:?}, expected {expected:?}"),
        }
    }
    assert_eq!(case.status(), Status::Open);
    assert_eq!(case.standing().resolution(), None);
    let was = case.standing_by(&Conventions::default(), Some(minute(8)));
    assert_eq!(was.resolution(), Some(&Resolution::Answered));
    assert_eq!(was.resolved_at(), Some(minute(7)));
}

#[test]
fn each_switch_says_what_counts() {
    let switched = |table: serde_json::Value| Conventions::from_value(&table).unwrap();
    let event = |id: &str, at: i64, by: Actor, kind: EventKind| {
        Event::new(EventId::new(id).unwrap(), minute(at), by, kind)
    };
    let failed = EventKind::DeliveryFailed { answer: EventId::new("a-2").unwrap(), reason: None };
    let noor = || Actor::agent("Noor");
    let case = case_of([
        Event::of(&mention("m-1"), minute(0)),
        event("a-1", 1, Actor::Automation, EventKind::Answered(Answered::new())),
        event("a-2", 2, noor(), EventKind::Answered(Answered::new())),
        event("d-2", 2, Actor::Unknown, failed),
        event("a-3", 3, noor(), EventKind::Answered(Answered::new().holding())),
        event("a-4", 4, noor(), EventKind::Answered(Answered::new())),
        event("r-1", 5, noor(), EventKind::Resolved(Resolution::Answered)),
        Event::of(&mention("m-2"), minute(6)).with_thanks(true),
    ]);
    let answered =
        |conventions: &Conventions| case.exchanges_by(conventions, None)[0].outcome().at();
    let usual = Conventions::default();
    assert_eq!(answered(&usual), Some(minute(3)));
    assert_eq!(answered(&switched(json!({ "automatic": true }))), Some(minute(1)));
    assert_eq!(answered(&switched(json!({ "undelivered": true }))), Some(minute(2)));
    assert_eq!(answered(&switched(json!({ "holding": false }))), Some(minute(4)));
    assert_eq!(case.promises(&switched(json!({ "holding": false })), None).len(), 1);
    assert_eq!(case.status(), Status::Resolved);
    let thanks = switched(json!({ "thanks": true }));
    assert_eq!(case.standing_by(&thanks, None).reopenings(), 1);
    assert!(case.exchanges_by(&thanks, None)[1].outcome().is_unanswered());
    let two = switched(json!({ "reopen_days": 2 }));
    let day = TimeDelta::days(1);
    assert!(!case.is_closed_at(minute(5) + day * 2, &two));
    assert!(case.is_closed_at(minute(5) + day * 2 + TimeDelta::nanoseconds(1), &two));
    assert!(!case.is_closed_at(minute(5) + day * 99, &usual));
    let error = Conventions::from_value(&json!({ "reopen_days": -1, "thanx": 1 })).unwrap_err();
    assert_eq!(
        error.to_string(),
        "conventions.reopen_days: expected 0 to 36525 days, found -1\n\
         conventions.thanx: unknown key; did you mean \"thanks\"?"
    );
    let written = serde_json::to_value(two).unwrap();
    assert_eq!(Conventions::from_value(&written).unwrap(), two);
}

#[test]
fn what_is_written_is_read_the_same() {
    let missing = Thread { parent_state: ParentState::Missing, ..Thread::default() };
    let message = Mention::builder("m-1").thread(missing).build().unwrap();
    let event = |id: &str, by, kind| Event::new(EventId::new(id).unwrap(), minute(1), by, kind);
    let answered = || EventKind::Answered(Answered::new());
    let promised = json!({ "due": "2h" }).as_object().unwrap().clone();
    let asleep = json!({ "to": "asleep" }).as_object().unwrap().clone();
    let case = case_of([
        Event::of(&message, minute(0)),
        event("a-1", Actor::agent(""), answered()),
        event("a-2", Actor::agent("Noor"), answered()),
        event("o-1", Actor::Bot, EventKind::Other { kind: "dreamt".to_owned(), data: promised }),
        event(
            "o-2",
            Actor::Bot,
            EventKind::Other { kind: "status_changed".to_owned(), data: asleep },
        ),
    ]);
    assert_eq!(case.answers().len(), 2);
    let again: Case = serde_json::from_str(&serde_json::to_string(&case).unwrap()).unwrap();
    assert_eq!(again, case);
    assert_eq!(again.answers().len(), 2);
}

/// Whoever resolves a case after each word of thanks does not make it slow.
#[test]
fn a_case_that_is_resolved_again_and_again_stays_quick() {
    let resolved = || EventKind::StatusChanged { to: Status::Resolved, reason: None };
    let log = (0..30_000).flat_map(|number| {
        let thanks = Event::of(&mention(&format!("m-{number}")), minute(2 * number));
        let id = EventId::new(format!("t-{number}")).unwrap();
        let closed = Event::new(id, minute(2 * number + 1), Actor::Automation, resolved());
        [thanks.with_thanks(true), closed]
    });
    let case = case_of(log);
    let exchanges = case.exchanges();
    assert_eq!(exchanges[0].outcome(), &Outcome::Dropped { at: minute(1) });
    assert!(exchanges[1..].iter().all(|thanks| thanks.outcome() == &Outcome::NothingAsked));
}

#[test]
fn a_message_from_the_future_is_in_hand_now() {
    let message = Mention::builder("m-1").published_at(minute(9)).build().unwrap();
    assert_eq!(Event::of(&message, minute(3)).at(), minute(3));
    assert_eq!(Event::of(&message, minute(10)).at(), minute(9));
}

/// One event of every sort that matters, at some minute.
fn any_event() -> impl Strategy<Value = Event> {
    (0_u8..17, 0_u8..6, 0_i64..30, any::<bool>()).prop_map(|(sort, number, at, flag)| {
        let at = minute(at);
        let message =
            Event::of(&mention(&format!("m-{number}")), at).with_thanks(flag && number > 2);
        let named = mention(&format!("m-{}", (number + 3) % 6)).id().clone();
        let answered = if flag { Answered::new().to(named) } else { Answered::new() };
        let answer = EventId::new(format!("a-{number}")).unwrap();
        let name = |letter: &str| EventId::new(format!("{letter}-{number}")).unwrap();
        let new = |letter: &str, by: Actor, kind: EventKind| Event::new(name(letter), at, by, kind);
        match sort {
            0..=3 => message,
            4..=5 => new("a", Actor::agent("Noor"), EventKind::Answered(answered)),
            6 => new("a", Actor::agent("Noor"), EventKind::Answered(answered.holding())),
            12 => {
                let priority = Priority::ALL[usize::from(number) % 4];
                let judged = Judged::new().priority(priority).tags([format!("tag {flag}")]);
                new("j", Actor::Automation, EventKind::Judged(judged))
            }
            13 => {
                let know = "Lotte wacht op kaartje 118.";
                let handover = if flag {
                    Handover::to_organisation("Infrabel", know)
                } else {
                    Handover::to_queue(format!("q-{}", number % 2), know)
                };
                new("h", Actor::agent("Noor"), EventKind::HandedOver(handover))
            }
            14 => {
                let promised = Promised::new().text("We bellen Lotte.").in_answer(answer);
                let promised = if flag { promised.due(minute(20)) } else { promised };
                new("p", Actor::agent("Noor"), EventKind::Promised(promised))
            }
            15 => {
                let promise = EventId::new(format!("p-{}", (number + 1) % 6)).unwrap();
                new("k", Actor::agent("Noor"), EventKind::PromiseKept { promise })
            }
            16 => {
                let reason = "Lotte luchtte haar hart".to_owned();
                let left = Resolution::NoAnswerNeeded { reason };
                let resolution = if flag { Resolution::Answered } else { left };
                new("r", Actor::agent("Noor"), EventKind::Resolved(resolution))
            }
            7 => new("b", Actor::Bot, EventKind::Answered(answered)),
            8 => new("d", Actor::Unknown, EventKind::Delivered { answer }),
            9 => new("f", Actor::Unknown, EventKind::DeliveryFailed { answer, reason: None }),
            10 => {
                let queue = Some(format!("q-{}", number % 2));
                let agent = flag.then(|| format!("agent {}", number % 3));
                new("s", Actor::Automation, EventKind::Assigned { queue, agent })
            }
            _ => {
                let to = Status::ALL[1 + usize::from(number) % 4];
                new("t", Actor::agent("Noor"), EventKind::StatusChanged { to, reason: None })
            }
        }
    })
}

/// Events of which no two have one name.
fn any_log() -> impl Strategy<Value = Vec<Event>> {
    prop::collection::vec(any_event(), 0..24).prop_map(|events| {
        let mut seen = BTreeSet::new();
        events.into_iter().filter(|event| seen.insert(event.id().clone())).collect()
    })
}

/// What became of each message, by the sentence in the documentation.
fn naive_outcomes(case: &Case) -> BTreeMap<String, Option<DateTime<Utc>>> {
    let counts = |event: &Event| -> Option<DateTime<Utc>> {
        let mut at = Some(event.at());
        for other in case.events() {
            match other.kind() {
                EventKind::DeliveryFailed { answer, .. } if answer == event.id() => at = None,
                EventKind::Delivered { answer } if answer == event.id() && at.is_none() => {
                    at = Some(other.at().max(event.at()));
                }
                _ => {}
            }
        }
        at
    };
    let answers: Vec<(Option<String>, DateTime<Utc>)> = case
        .events()
        .filter(|event| event.by().is_person_of_ours())
        .filter_map(|event| match event.kind() {
            EventKind::Answered(answered) => {
                Some((answered.mention().map(ToString::to_string), counts(event)?))
            }
            _ => None,
        })
        .collect();
    case.received()
        .map(|message| {
            let id = message.mention().to_string();
            let at = case.event(&EventId::of_mention(message.mention())).unwrap().at();
            let outcome = answers
                .iter()
                .filter(|(named, answer)| *answer >= at || named.as_ref() == Some(&id))
                .map(|(_, answer)| *answer)
                .min();
            (id, outcome)
        })
        .collect()
}

proptest! {
    #[test]
    fn any_order_of_arrival_gives_the_same_case(
        (log, shuffled) in any_log().prop_flat_map(|log| (Just(log.clone()), Just(log).prop_shuffle()))
    ) {
        let case = case_of(log.clone());
        let twice = case_of(shuffled.iter().chain(&log).cloned());
        prop_assert_eq!(&case, &twice);
        prop_assert_eq!(case.exchanges(), twice.exchanges());
        prop_assert_eq!(case.status(), twice.status());
        prop_assert_eq!(case.standing(), twice.standing());
        let usual = Conventions::default();
        prop_assert_eq!(case.phases(&usual, None), twice.phases(&usual, None));
        prop_assert_eq!(case.promises(&usual, None), twice.promises(&usual, None));
        let json = serde_json::to_string(&case).unwrap();
        prop_assert_eq!(&serde_json::to_string(&twice).unwrap(), &json);
        prop_assert_eq!(serde_json::from_str::<Case>(&json).unwrap(), case);
    }

    #[test]
    fn two_halves_absorbed_are_the_whole(log in any_log(), split in 0_usize..24) {
        let whole = case_of(log.clone());
        let (one, other) = log.split_at(split.min(log.len()));
        let mut case = case_of(one.to_vec());
        case.absorb(case_of(other.to_vec()));
        prop_assert_eq!(case, whole);
    }

    #[test]
    fn answers_settle_what_the_documentation_says(log in any_log()) {
        let ends = ["status_changed", "resolved"];
        let log = log.into_iter().filter(|event| !ends.contains(&event.kind().as_str()));
        let case = case_of(log);
        let naive = naive_outcomes(&case);
        for exchange in case.exchanges() {
            let expected = naive[exchange.message().mention().as_str()];
            match exchange.outcome() {
                Outcome::NothingAsked => prop_assert!(exchange.is_thanks()),
                outcome => prop_assert_eq!(outcome.at(), expected),
            }
        }
    }

    #[test]
    fn a_case_as_it_was_is_the_case_without_what_came_later(log in any_log(), until in 0_i64..30) {
        let now = minute(until);
        let case = case_of(log.clone());
        let earlier = case_of(log.into_iter().filter(|event| event.at() <= now));
        prop_assert_eq!(case.exchanges_at(now), earlier.exchanges());
        let usual = Conventions::default();
        prop_assert_eq!(case.standing_by(&usual, Some(now)), earlier.standing());
        prop_assert_eq!(case.phases(&usual, Some(now)), earlier.phases(&usual, None));
        prop_assert_eq!(case.promises(&usual, Some(now)), earlier.promises(&usual, None));
    }

    #[test]
    fn phases_follow_each_other_and_end_where_the_case_stands(log in any_log()) {
        let case = case_of(log);
        let phases = case.phases(&Conventions::default(), None);
        prop_assert!(phases.windows(2).all(|pair| pair[0].since() < pair[1].since()));
        for phase in &phases {
            let standing = case.standing_by(&Conventions::default(), Some(phase.since()));
            prop_assert_eq!(standing.status(), phase.status());
            prop_assert_eq!(standing.queue(), phase.queue());
            prop_assert_eq!(standing.priority(), phase.priority());
        }
        let last = phases.last().map_or(Status::New, Phase::status);
        prop_assert_eq!(last, case.status());
        prop_assert_eq!(case.standing().resolved_at().is_some(), last == Status::Resolved);
    }

    #[test]
    fn a_person_is_forgotten_and_times_and_counts_stay(log in any_log()) {
        let case = case_of(log);
        let mut redacted = case.clone();
        redacted.redact();
        let outcomes = |case: &Case| -> Vec<(DateTime<Utc>, Option<DateTime<Utc>>)> {
            case.exchanges().iter().map(|it| (it.at(), it.outcome().at())).collect()
        };
        prop_assert_eq!(outcomes(&redacted), outcomes(&case));
        prop_assert_eq!(redacted.status(), case.status());
        prop_assert_eq!(redacted.handovers(), case.handovers());
        prop_assert_eq!(redacted.reopenings(), case.reopenings());
        let times = |case: &Case| -> Vec<(EventId, DateTime<Utc>)> {
            case.events().map(|event| (event.id().clone(), event.at())).collect()
        };
        prop_assert_eq!(times(&redacted), times(&case));
        let json = serde_json::to_string(&redacted).unwrap();
        prop_assert!(!json.to_lowercase().contains("lotte"), "{json}");
        prop_assert_eq!(&serde_json::from_str::<Case>(&json).unwrap(), &redacted);
        let mut twice = redacted.clone();
        twice.redact();
        prop_assert_eq!(twice, redacted);
    }

    #[test]
    fn what_the_case_allows_is_recorded_and_what_it_refuses_is_not(log in any_log()) {
        let mut case = Case::replay(CaseId::new("c-1").unwrap(), []).unwrap();
        for event in log {
            let before = case.clone();
            let id = event.id().clone();
            let is_told = matches!(event.kind().as_str(), "received" | "answered" | "judged"
                | "delivered" | "delivery_failed");
            match case.act(event) {
                Ok(_) => prop_assert!(case.event(&id).is_some()),
                Err(error) => {
                    prop_assert!(error.is_refused() && !is_told, "{error}");
                    prop_assert_eq!(&case, &before);
                }
            }
        }
    }
}

/// A message in a small world where replies, threads, authors and accounts meet.
fn any_mention() -> impl Strategy<Value = Mention> {
    let author = prop::option::weighted(0.8, 0_u8..3);
    let parent = prop::option::of(0_u8..14);
    let thread = prop::option::weighted(0.2, 0_u8..2);
    (0_u8..12, author, parent, thread, 0_u8..10).prop_map(|(id, author, parent, thread, sort)| {
        let mut builder = Mention::builder(format!("m-{id}"))
            .external_id(id.to_string())
            .channel(ChannelKind::X)
            .published_at(minute(i64::from(id / 2)))
            .thread(Thread {
                parent: parent.map(|parent| parent.to_string()),
                id: thread.map(|thread| thread.to_string()),
                ..Thread::default()
            });
        if id % 3 != 0 {
            builder = builder.account("brand");
        }
        if let Some(author) = author {
            builder = builder.author(Author::handle(&format!("author{author}")));
        }
        if sort < 3 {
            builder = builder.direction(Direction::Outbound(Sender::Agent(None)));
        }
        if sort % 4 == 0 {
            builder = builder.visibility(Visibility::Private);
        }
        builder.build().unwrap()
    })
}

/// The logs of all cases, whatever the cases are called, and what waits.
fn contents(cases: &Cases) -> (BTreeSet<String>, BTreeSet<String>) {
    let log = |case: &Case| {
        let events: Vec<&Event> = case.events().collect();
        serde_json::to_string(&events).unwrap()
    };
    let waiting = cases.waiting().map(|event| serde_json::to_string(event).unwrap());
    (cases.iter().map(log).collect(), waiting.collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]
    #[test]
    fn messages_in_any_order_give_the_same_cases(
        (mentions, shuffled) in prop::collection::vec(any_mention(), 1..14)
            .prop_map(|mentions| {
                let mut seen = BTreeSet::new();
                let once = |mention: &Mention| seen.insert(mention.id().clone());
                mentions.into_iter().filter(once).collect::<Vec<_>>()
            })
            .prop_flat_map(|mentions| {
                (Just(mentions.clone()), Just(mentions).prop_shuffle())
            })
    ) {
        let mut in_order = Cases::new();
        let mut sorted = mentions.clone();
        sorted.sort_by_key(Mention::published_at);
        for mention in &sorted {
            in_order.receive(mention, minute(60));
        }
        let mut cases = Cases::new();
        for mention in shuffled.iter().chain(&mentions) {
            let placement = cases.receive(mention, minute(60));
            if let Some(case) = placement.case() {
                prop_assert_eq!(cases.get(case).map(Case::id), Some(case));
                prop_assert_eq!(cases.of(mention.id()).map(Case::id), Some(case));
            }
        }
        prop_assert_eq!(contents(&cases), contents(&in_order));

        let json = serde_json::to_string(&cases).unwrap();
        let mut read: Cases = serde_json::from_str(&json).unwrap();
        prop_assert_eq!(contents(&read), contents(&cases));
        prop_assert_eq!(serde_json::to_string(&read).unwrap(), json);
        for mention in &mentions {
            prop_assert!(read.receive(mention, minute(60)).is_known());
        }
    }
}
