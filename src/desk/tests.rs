//! The judgement as the desk gives it: adapted, with what is known, and with what is withheld.

use super::{Desk, Triage};
use crate::case::Cases;
use crate::classify::{
    Adaptation, BuiltIn, Classification, Classifier, Known, Override, Overrides, Polarity,
    UrgencyLevel, WordList,
};
use crate::judgement::{Abstention, Confidence};
use crate::language::Detection;
use crate::mention::{Author, AuthorFlag, ChannelKind, Mention, Reach};
use crate::sla::Status;
use chrono::{DateTime, TimeDelta};

const CONFIGURATION: &str = r#"
    policies = [{ id = "day", first_response = "8h", next_response = "8h" }]

    [[classifier.word_lists]]
    name = "products"
    words = [{ phrase = "Terrible Towel", valence = 0 }]

    [classifier.known]
    reach = { points = 10, above = 1000, most = 20 }
    flags = { vip = 25, bot = -100 }

    [classifier.thresholds]
    urgency_from = { high = 45 }
"#;

fn desk() -> Desk {
    toml::from_str(CONFIGURATION).unwrap()
}

fn from(author: Author, text: &str) -> Mention {
    Mention::builder("m-1").author(author).text(text).build().unwrap()
}

#[test]
fn a_desk_is_adapted_from_its_table() {
    let towel = from(Author::default(), "Just bought a Terrible Towel");
    assert_eq!(desk().judge(&towel).sentiment().polarity(), Some(Polarity::Neutral));
    assert_eq!(desk().adaptation().overrides().lists()[0].name(), "products");
}

#[test]
fn faults_of_the_table_are_told_with_their_place_in_it() {
    let wrong = "abstain_below = 2\nclassifier.known.flags.vip = 'much'";
    let value: serde_json::Value = toml::from_str(wrong).unwrap();
    let error = Desk::from_value(&value).unwrap_err();
    assert_eq!(
        error.to_string(),
        "abstain_below: expected 0 to 1, found 2\n\
         classifier.known.flags.vip: expected a number, found the text \"much\""
    );
}

#[test]
fn what_the_mention_tells_of_its_author_counts() {
    let text = "Wanneer komt de monteur?";
    let anyone = desk().judge(&from(Author::named("Noor"), text)).urgency().clone();
    assert_eq!(anyone.level(), Some(UrgencyLevel::Normal));

    let heard = Reach { followers: Some(10_000), ..Reach::default() };
    let noor = Author { reach: heard, ..Author::named("Noor").with_flag(AuthorFlag::Vip) };
    let urgency = desk().judge(&from(noor, text)).urgency().clone();
    assert_eq!(urgency.level(), Some(UrgencyLevel::High));
    let reasons = urgency.reasons(text);
    assert!(reasons.contains(&"VIP: +25".to_owned()), "{reasons:?}");
    assert!(reasons.contains(&"10000 followers: +10".to_owned()), "{reasons:?}");
    assert_eq!(urgency.from_text(), &anyone);
}

#[test]
fn what_the_host_knows_takes_the_place_of_what_the_mention_tells() {
    let mention = from(Author::named("Noor").with_flag(AuthorFlag::Vip), "Hoe zeg ik op?");
    let nothing = Known::default();
    let judged = desk().knowing(&nothing).judge(&mention);
    assert_eq!(judged.urgency().from_text(), judged.urgency());
}

#[test]
fn levels_follow_the_thresholds_of_the_host() {
    let text = "Wanneer komt de monteur?";
    let judged = desk().judge(&from(Author::default(), text));
    let score = judged.urgency().score();
    let eager: Desk = toml::from_str(&format!(
        "classifier.thresholds.urgency_from = {{ normal = 1, high = {score}, critical = 90 }}"
    ))
    .unwrap();
    let level = eager.judge(&from(Author::default(), text)).urgency().level();
    assert_eq!(level, Some(UrgencyLevel::High));
}

#[test]
fn what_is_withheld_is_the_text_and_not_what_is_known() {
    let unsure: Desk = toml::from_str(
        "abstain_below = 1.0\nclassifier.known.flags = { vip = 30, vulnerable = 60 }",
    )
    .unwrap();
    let text = "Wanneer komt de monteur?";
    let vip = from(Author::named("Noor").with_flag(AuthorFlag::Vip), text);
    assert_eq!(unsure.judge(&vip).urgency().abstention(), Some(Abstention::Unsure));
    let known = Known::default().with_flag(Known::VULNERABLE);
    let judged = unsure.knowing(&known).judge(&vip);
    assert_eq!(judged.urgency().level(), Some(UrgencyLevel::High));
    assert_eq!(judged.urgency().from_text().abstention(), Some(Abstention::Unsure));
}

#[test]
fn thanks_of_a_vip_is_thanks() {
    let desk = desk();
    let mut cases = Cases::new();
    let monday = DateTime::UNIX_EPOCH + TimeDelta::days(4);
    let build = |id: &str, at, text: &str| {
        let vip = Author::named("Ilse").with_flag(AuthorFlag::Vip);
        let mention = Mention::builder(id).channel(ChannelKind::Facebook).published_at(at);
        mention.author(vip).text(text)
    };
    let question = build("m-1", monday, "Hoe laat gaan jullie open?").build().unwrap();
    desk.receive(&mut cases, &question, monday).unwrap();
    let ours = Mention::builder("m-2")
        .channel(ChannelKind::Facebook)
        .direction("outbound".parse().unwrap())
        .thread(crate::mention::Thread::reply_to("m-1"))
        .published_at(monday + TimeDelta::hours(1))
        .text("Om negen uur! ^NK");
    let later = monday + TimeDelta::hours(3);
    desk.receive(&mut cases, &ours.build().unwrap(), later).unwrap();
    let thread = crate::mention::Thread::reply_to("m-1");
    let thanks = build("m-3", monday + TimeDelta::hours(2), "Super, dank je wel!").thread(thread);
    let last = desk.receive(&mut cases, &thanks.build().unwrap(), later).unwrap();
    assert!(last.classification().urgency().level() > Some(UrgencyLevel::Low));
    assert!(last.classification().is_thanks());
    assert_eq!(last.due().unwrap().status(), Status::Achieved);
}

/// What Ilse writes, hour by hour, and what is due after that.
fn received(desk: &Desk, cases: &mut Cases, messages: &[(&str, i64, &str)]) -> Vec<Triage> {
    let mention = |(id, hour, text): &(&str, i64, &str)| {
        let (at, ours) = (monday(*hour), id.starts_with("ours"));
        let mention = Mention::builder(*id).channel(ChannelKind::Facebook).published_at(at);
        let mention = mention.author(Author::named(if ours { "Webcare" } else { "Ilse" }));
        let direction = if ours { "outbound" } else { "inbound" };
        let mention = mention.direction(direction.parse().unwrap()).text(*text);
        let thread = crate::mention::Thread::reply_to("m-1");
        if *id == "m-1" { mention } else { mention.thread(thread) }.build().unwrap()
    };
    messages.iter().map(|it| desk.receive(cases, &mention(it), monday(it.1)).unwrap()).collect()
}

fn monday(hour: i64) -> chrono::DateTime<chrono::Utc> {
    DateTime::UNIX_EPOCH + TimeDelta::days(4) + TimeDelta::hours(hour)
}

const BY_PRIORITY: &str = r#"
    policies = [{ id = "p", first_response = { urgent = "2h", default = "8h" } }]
    [[rules]]
    id = "gas"
    when = { field = "text", op = "contains_word", value = "gas" }
    then = { priority = "urgent", tags = ["safety"] }
    [[rules]]
    id = "rest"
    then = { priority = "normal" }
"#;

#[test]
fn a_log_keeps_how_a_case_was_judged_and_what_was_late_stays_late() {
    let desk: Desk = toml::from_str(BY_PRIORITY).unwrap();
    let mut cases = Cases::new();
    let told = received(
        &desk,
        &mut cases,
        &[("m-1", 0, "Ik ruik gas in de gang"), ("m-2", 3, "Is er iemand?")],
    );
    assert_eq!(told[0].due().unwrap().due_at(), monday(2));
    // The second message is not urgent; the first one was, and was late by then.
    let due = told[1].due().unwrap();
    assert_eq!((due.due_at(), due.status()), (monday(2), Status::Breaching));
    let case = cases.iter().next().unwrap();
    let judged: Vec<&str> = case
        .events()
        .map(|event| event.id().as_str())
        .filter(|id| id.starts_with("judged"))
        .collect();
    assert_eq!(judged, ["judged:m-1", "judged:m-2"]);
    assert_eq!(case.standing().priority(), Some(crate::Priority::Normal));
}

#[test]
fn our_own_messages_thanks_and_the_same_message_again_judge_nothing_anew() {
    let desk: Desk = toml::from_str(BY_PRIORITY).unwrap();
    let mut cases = Cases::new();
    let messages = [
        ("m-1", 0, "Ik ruik gas in de gang"),
        ("ours-1", 1, "We sturen iemand! ^NK"),
        ("m-2", 2, "Super, dank je wel!"),
        ("m-1", 3, "Ik ruik gas in de gang"),
    ];
    let told = received(&desk, &mut cases, &messages);
    assert!(told[2].classification().is_thanks());
    let case = cases.iter().next().unwrap();
    assert_eq!((cases.len(), case.events().count()), (1, 4));
    assert_eq!(case.standing().priority(), Some(crate::Priority::Urgent));
    assert_eq!(case.standing().tags().collect::<Vec<_>>(), ["safety"]);
    for triage in &told[1..] {
        assert_eq!(triage.due().unwrap().due_at(), monday(2));
    }
}

#[test]
fn a_log_with_judgements_is_the_same_in_any_order_of_arrival() {
    let desk: Desk = toml::from_str(BY_PRIORITY).unwrap();
    let messages = [("m-1", 0, "Ik ruik gas in de gang"), ("m-2", 3, "Is er iemand?")];
    let (mut forth, mut back) = (Cases::new(), Cases::new());
    received(&desk, &mut forth, &messages);
    received(&desk, &mut back, &[messages[1], messages[0]]);
    let log = |cases: &Cases| {
        let case = cases.iter().next().unwrap();
        case.events().cloned().collect::<Vec<_>>()
    };
    assert_eq!(log(&forth), log(&back));
}

#[derive(Debug)]
struct Other;

impl Classifier for Other {
    fn classify(&self, mention: &Mention, language: &Detection) -> Classification {
        BuiltIn::new().classify(mention, language)
    }
}

#[test]
fn word_lists_beside_another_classifier_are_refused() {
    let list = WordList::new("products").with(Override::of("War Zone").valence(0.0));
    let words = Adaptation::new().with_overrides(Overrides::new([list]).unwrap());
    let error = Desk::builder().adaptation(words).classifier(Other).build().unwrap_err();
    assert_eq!(
        error.to_string(),
        "classifier.word_lists: these are for the built-in classifier, and another one is set"
    );
    let strict = crate::classify::Thresholds::new().intent(Confidence::CERTAIN);
    let adaptation = Adaptation::new().with_thresholds(strict);
    let desk = Desk::builder().classifier(Other).adaptation(adaptation).build().unwrap();
    let judged = desk.judge(&from(Author::default(), "Hoe zeg ik op?"));
    assert_eq!(judged.intent().abstention(), Some(Abstention::Unsure));
    assert!(judged.sentiment().polarity().is_some());
}
