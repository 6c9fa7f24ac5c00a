//! Online customer care as a library: find what people say about an organisation, judge
//! it, send it to the right people, say what is due when, and answer, signed by a person.
//!
//! ```
//! use chrono::{TimeZone, Utc};
//! use webcare::classify::{Intent, UrgencyLevel};
//! use webcare::desk::Desk;
//! use webcare::mention::{ChannelKind, Mention};
//!
//! let desk = Desk::builder().build()?;
//! let now = Utc.with_ymd_and_hms(2026, 11, 13, 14, 0, 0).unwrap();
//! let mention = Mention::builder("m-1")
//!     .channel(ChannelKind::X)
//!     .text("Derde keer dat ik het vraag: waar blijft mijn pakje?")
//!     .published_at(now)
//!     .build()?;
//!
//! let triage = desk.triage(&mention, now);
//! let judged = triage.classification();
//! assert_eq!(judged.intent().label(), Some(&Intent::Complaint));
//! assert_eq!(judged.urgency().level(), Some(UrgencyLevel::High));
//! assert!(judged.urgency().reasons(mention.text())[0].contains("Derde keer"));
//! # Ok::<(), webcare::Error>(())
//! ```
//!
//! # Overview
//! A [`Mention`](mention::Mention) is one message: who wrote what, where, when, and who can
//! see it. A [`Desk`](desk::Desk) takes it through the stages, in the order of the modules
//! below:
//!
//! - a [`Detector`](language::Detector) tells the language, a
//!   [`Classifier`](classify::Classifier) sentiment, intent and urgency, each with a
//!   confidence and the words that decided, each free to abstain;
//! - [`Rules`](routing::Rules) make a [`Decision`](routing::Decision): a queue, a
//!   [`Priority`], tags, and why;
//! - [`Policies`](sla::Policies) and a [`Calendar`](calendar::Calendar) say what is due
//!   when, from the log of events of a [`Case`](case::Case); an [`Agenda`](sla::Agenda) says
//!   which case is next.
//!
//! A person answers: a [`Draft`](reply::Draft) is signed by a
//! [`Signature`](reply::Signature), fitted to the channel, and becomes a
//! [`Reply`](reply::Reply). A [`Channel`](channel::Channel) brings mentions in and takes
//! replies out; you write one for each platform, and a conformance suite proves it right.
//!
//! # What it does not do
//! - It owns no server, no database, no clock and no runtime. Time is an argument, storage
//!   is yours, and everything configurable is a serde value.
//! - It never writes an answer, and never sends one on its own.
//! - It judges Dutch and English. Of other languages it says which, and abstains.
//!
//! # Cookbook
//! - [Read mentions from a file](#read-mentions-from-a-file)
//! - [Mark the words that decided](#mark-the-words-that-decided)
//! - [Withhold what is not sure](#withhold-what-is-not-sure)
//! - [Say what your own words mean](#say-what-your-own-words-mean)
//! - [Bring your own classifier](#bring-your-own-classifier)
//! - [Write rules, and ask why](#write-rules-and-ask-why)
//! - [Try rules on last week](#try-rules-on-last-week)
//! - [Ask when we are open](#ask-when-we-are-open)
//! - [Tell customers when we open again](#tell-customers-when-we-open-again)
//! - [Keep a conversation together](#keep-a-conversation-together)
//! - [Say what is due](#say-what-is-due)
//! - [Say which case is next](#say-which-case-is-next)
//! - [Sign an answer](#sign-an-answer)
//! - [Find out who signed](#find-out-who-signed)
//! - [Send an answer](#send-an-answer)
//! - [Show all faults of a configuration](#show-all-faults-of-a-configuration)
//!
//! ## Read mentions from a file
//! One JSON object a line; a broken line is told by its number, and reading goes on.
//! ```
//! use webcare::mention::JsonLines;
//!
//! let file = "{\"text\": \"Top geholpen!\", \"author\": \"@noor\"}\n{\"text\":\n";
//! let mut lines = JsonLines::new(file.as_bytes());
//! let record = lines.next().unwrap()?;
//! assert_eq!(record.mention().author().label(), "noor");
//! assert_eq!(lines.next().unwrap().unwrap_err().line(), 2);
//! # Ok::<(), webcare::mention::LineError>(())
//! ```
//!
//! ## Mark the words that decided
//! Evidence is a range of bytes of the text as it was typed. What no single word decided is
//! told of the whole text; all weights add up to the score.
//! ```
//! use webcare::desk::Desk;
//! use webcare::mention::Mention;
//!
//! let mention = Mention::builder("m-1").text("De app werkt niet meer").build()?;
//! let judged = Desk::builder().build()?.judge(&mention);
//! let evidence = judged.sentiment().evidence();
//! let marked = evidence.iter().find(|told| told.cause() == "something is wrong").unwrap();
//! assert_eq!(marked.quote(mention.text()), Some("werkt niet"));
//! assert!(marked.weight() < 0.0);
//! # Ok::<(), webcare::Error>(())
//! ```
//!
//! ## Withhold what is not sure
//! ```
//! use webcare::desk::Desk;
//! use webcare::judgement::{Abstention, Confidence};
//! use webcare::mention::Mention;
//!
//! let desk = Desk::builder().abstain_below(Confidence::new(0.9)).build()?;
//! let judged = desk.judge(&Mention::builder("m-1").text("De bus van 8.04").build()?);
//! assert_eq!(judged.intent().abstention(), Some(Abstention::Unsure));
//! # Ok::<(), webcare::Error>(())
//! ```
//!
//! ## Say what your own words mean
//! ```
//! use webcare::classify::{Known, Polarity, UrgencyLevel};
//! use webcare::desk::Desk;
//! use webcare::mention::Mention;
//!
//! let desk: Desk = toml::from_str(r#"
//!     [[classifier.word_lists]]
//!     name = "products"
//!     words = [{ phrase = "Terrible Towel", valence = 0 }]
//!
//!     [classifier.known]
//!     earlier_contacts = { points = 10, most = 30 }
//! "#)?;
//! let towel = Mention::builder("m-1").text("When is the Terrible Towel back?").build()?;
//! assert_eq!(desk.judge(&towel).sentiment().polarity(), Some(Polarity::Neutral));
//!
//! let known = Known { earlier_contacts: Some(3), ..Known::of(&towel) };
//! let urgency = desk.knowing(&known).judge(&towel).urgency().clone();
//! assert_eq!(urgency.level(), Some(UrgencyLevel::High));
//! assert!(urgency.reasons(towel.text()).contains(&"3 earlier contacts: +30".to_owned()));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! ## Bring your own classifier
//! ```
//! use webcare::classify::{self, Classification, Classifier};
//! use webcare::desk::Desk;
//! use webcare::judgement::Abstention;
//! use webcare::language::Detection;
//! use webcare::mention::Mention;
//!
//! /// Leaves the judgement of anything longer than a tweet to people.
//! #[derive(Debug, Default)]
//! struct ShortOnly(classify::BuiltIn);
//!
//! impl Classifier for ShortOnly {
//!     fn classify(&self, mention: &Mention, language: &Detection) -> Classification {
//!         if mention.text().len() <= 280 {
//!             return self.0.classify(mention, language);
//!         }
//!         Classification::abstaining(Abstention::NoEvidence).with_language(language.clone())
//!     }
//! }
//!
//! let desk = Desk::builder().classifier(ShortOnly::default()).build()?;
//! let long = Mention::builder("m-1").text("Beste, ".repeat(100)).build()?;
//! assert!(desk.judge(&long).intent().label().is_none());
//! # Ok::<(), webcare::Error>(())
//! ```
//!
//! ## Write rules, and ask why
//! ```
//! use webcare::desk::Desk;
//! use webcare::mention::Mention;
//!
//! let desk: Desk = toml::from_str(r#"
//!     [[rules]]
//!     id = "invoices"
//!     when = { field = "text", op = "contains_word", value = "factuur" }
//!     then = { queue = "finance", tags = ["invoice"] }
//! "#)?;
//! let mention = Mention::builder("m-1").text("Waar vind ik mijn factuur?").build()?;
//! let triage = desk.triage(&mention, chrono::DateTime::UNIX_EPOCH);
//! assert_eq!(triage.decision().queue(), "finance");
//! let why = triage.decision().trace().of("invoices").unwrap().sentence();
//! assert!(why.contains("factuur"), "{why}");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! ## Try rules on last week
//! ```
//! use webcare::desk::Desk;
//! use webcare::mention::Mention;
//! use webcare::routing::{Facts, Rules};
//!
//! let rules: Rules = toml::from_str(r#"
//!     [[list]]
//!     id = "praise"
//!     when = { field = "intent", op = "eq", value = "compliment" }
//!     then = { queue = "praise" }
//! "#)?;
//! let desk = Desk::builder().build()?;
//! let week = [
//!     Mention::builder("m-1").text("Bedankt, super geholpen!").build()?,
//!     Mention::builder("m-2").text("Hoe laat sluiten jullie?").build()?,
//! ];
//! let judged: Vec<_> = week.iter().map(|mention| desk.judge(mention)).collect();
//! let now = chrono::DateTime::UNIX_EPOCH;
//! let facts = week.iter().zip(&judged).map(|(mention, judged)| Facts::new(mention, judged, now));
//! assert_eq!(rules.simulate(facts).matched("praise"), Some(1));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! ## Ask when we are open
//! ```
//! use chrono::{DateTime, TimeDelta, Utc};
//! use webcare::calendar::Calendar;
//!
//! let office: Calendar = toml::from_str(r#"
//!     zone = "Europe/Amsterdam"
//!     hours = { "mon-fri" = ["09:00-17:00"] }
//!     holidays = { set = "nl" }
//! "#)?;
//! // The Thursday before a King's Day that falls on a Monday.
//! let thursday: DateTime<Utc> = "2026-04-23T14:30:00Z".parse().unwrap();
//! let due = office.add(thursday, TimeDelta::hours(12))?;
//! assert_eq!(due.to_string(), "2026-04-28 10:30:00 UTC");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! ## Tell customers when we open again
//! ```
//! use webcare::calendar::Calendar;
//!
//! let office: Calendar = toml::from_str(r#"
//!     zone = "Europe/Amsterdam"
//!     hours = { "mon-fri" = ["09:00-17:00"] }
//!     closings = [{ from = "2026-12-24", to = "2027-01-03", reason = "kerstsluiting" }]
//! "#)?;
//! let notice = office.notice("2026-11-20T19:00:00Z".parse().unwrap());
//! assert_eq!(notice.in_dutch(), "Wij zijn maandag om 09:00 weer open.");
//! let notice = office.notice("2026-12-29T12:00:00Z".parse().unwrap());
//! assert_eq!(
//!     notice.in_dutch(),
//!     "Wij zijn gesloten (kerstsluiting) en maandag om 09:00 weer open."
//! );
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! ## Keep a conversation together
//! Replies may arrive before what they answer, and everything may arrive twice.
//! ```
//! use chrono::DateTime;
//! use webcare::case::Cases;
//! use webcare::mention::{Author, ChannelKind, Mention, Thread};
//!
//! let on_x = |id: &str| {
//!     Mention::builder(id).channel(ChannelKind::X).external_id(id).author(Author::handle("@noor"))
//! };
//! let question = on_x("1").text("Rijdt de bus?").build()?;
//! let reminder = on_x("2").text("Hallo?").thread(Thread::reply_to("1")).build()?;
//!
//! let mut cases = Cases::new();
//! for mention in [&reminder, &question, &question] {
//!     cases.receive(mention, DateTime::UNIX_EPOCH);
//! }
//! assert_eq!(cases.len(), 1);
//! assert_eq!(cases.of(question.id()).unwrap().unanswered().len(), 2);
//! # Ok::<(), webcare::Error>(())
//! ```
//!
//! ## Say what is due
//! ```
//! use chrono::{DateTime, Utc};
//! use webcare::desk::Desk;
//! use webcare::mention::Mention;
//! use webcare::sla::Status;
//!
//! let desk: Desk = toml::from_str(r#"
//!     [calendars.office]
//!     zone = "Europe/Brussels"
//!     hours = { "mon-fri" = ["09:00-12:00", "13:00-17:00"] }
//!     holidays = { set = "be" }
//!
//!     [[policies]]
//!     id = "standard"
//!     first_response = { urgent = "30m", default = "4h" }
//! "#)?;
//! let noon: DateTime<Utc> = "2026-11-10T11:00:00Z".parse().unwrap();
//! let mention = Mention::builder("m-1").text("Hoe zeg ik op?").published_at(noon).build()?;
//! // It is lunch time, and the day after is Armistice Day: three of the four hours fall
//! // on Tuesday afternoon, and the fourth would be its last.
//! let triage = desk.triage(&mention, noon);
//! let due = triage.due().unwrap();
//! assert_eq!(due.due_at().to_string(), "2026-11-10 16:00:00 UTC");
//! assert_eq!(due.status(), Status::Pending);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! ## Say which case is next
//! Sleep until the next wake-up, then ask which cases changed by time alone.
//! ```
//! use webcare::Priority;
//! use webcare::calendar::Calendars;
//! use webcare::case::Case;
//! use webcare::sla::{Agenda, Entry, Policies};
//!
//! let policies = Policies::from_value(&serde_json::json!([
//!     { "id": "all", "warn": "15m", "first_response": "1h" },
//! ]))?;
//! let now = "2026-11-02T09:00:00Z".parse().unwrap();
//! let case: Case = serde_json::from_str(r#"{"id": "c-1", "log": [
//!     {"at": "2026-11-02T08:55:00Z", "kind": "received", "mention": "m-1"}
//! ]}"#).unwrap();
//! let deadlines = policies.deadlines(&case, Priority::High, &Calendars::default(), now)?;
//!
//! let mut agenda = Agenda::new(now);
//! agenda.put(case.id().clone(), Entry::new(Priority::High, &deadlines));
//! let wakeup = agenda.next_wakeup().unwrap();
//! assert_eq!(wakeup.to_string(), "2026-11-02 09:40:00 UTC");
//! assert_eq!(agenda.advance(wakeup), [case.id().clone()]);
//! let next = agenda.first().unwrap();
//! assert_eq!(next.to_string(), "c-1: imminent, first_response due 2026-11-02T09:55:00Z, high");
//! # Ok::<(), webcare::Error>(())
//! ```
//!
//! ## Sign an answer
//! The sign counts within the limit of the channel, and a private message is answered in
//! private.
//! ```
//! use webcare::mention::{ChannelKind, Mention};
//! use webcare::reply::{Audience, Draft, Signature, TextLimit};
//!
//! let mention = Mention::builder("m-1").channel(ChannelKind::X).text("Bus kwijt?").build()?;
//! let ruben = Signature::of("Ruben de Leeuw")?;
//! let draft = Draft::to(&mention).text("De bus van 8.04 rijdt weer!").sign(&ruben)?;
//! let reply = draft.fit(TextLimit::of(mention.channel(), Audience::Public))?;
//! assert_eq!(reply.text(), "De bus van 8.04 rijdt weer! ^RL");
//! # Ok::<(), webcare::Error>(())
//! ```
//!
//! ## Find out who signed
//! ```
//! use webcare::reply::Team;
//!
//! let mut team = Team::new();
//! team.add("u-1", "Ruben de Leeuw")?;
//! team.add("u-2", "Roos Lammers")?;
//! let signs: Vec<_> = team.members().iter().map(|one| one.sign().as_str()).collect();
//! assert_eq!(signs[0], "RL");
//! assert_ne!(signs[1], "RL");
//! let who = team.who_signed("Het is geregeld, fijne avond! ^RL").unwrap();
//! assert_eq!(who.id(), "u-1");
//! # Ok::<(), webcare::Error>(())
//! ```
//!
//! ## Send an answer
//! The same key never sends twice. Any executor will do; the library brings none.
//! ```
//! use chrono::DateTime;
//! use webcare::channel::{Capability, IdempotencyKey, MemoryChannel, Profile, send};
//! use webcare::mention::{ChannelKind, Mention};
//! use webcare::reply::{Draft, TextLimit};
//!
//! let profile = Profile::builder(ChannelKind::Forum).capability(Capability::PublicReply);
//! let forum = MemoryChannel::new(profile.build()?);
//! let mention = Mention::builder("m-1").channel(ChannelKind::Forum).text("Tips?").build()?;
//! let reply = Draft::to(&mention).text("Jazeker: begin klein.").fit(TextLimit::none())?;
//! let key = IdempotencyKey::new("answer-1")?;
//! let now = DateTime::UNIX_EPOCH;
//! pollster::block_on(async {
//!     send(&forum, &reply, &key, now).await?;
//!     send(&forum, &reply, &key, now).await
//! })?;
//! assert_eq!(forum.sent().len(), 1);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! ## Show all faults of a configuration
//! ```
//! use webcare::routing::Rules;
//!
//! let error = Rules::from_value(&serde_json::json!([
//!     { "id": "a", "when": { "field": "urgncy", "op": "eq", "value": "high" } },
//!     { "id": "b", "then": { "queue": 7 } },
//! ]))
//! .unwrap_err();
//! let places: Vec<&str> = error.faults().iter().map(webcare::Fault::path).collect();
//! assert!(places.contains(&"rules[0].when.field"));
//! assert!(places.contains(&"rules[1].then.queue"));
//! ```
//!
//! # Features
//! - `conformance` (off by default): the public conformance suite for channels,
//!   `webcare::channel::conformance`: every sentence of the channel contract as a check.
//! - `ical` (off by default): closing days from iCalendar files,
//!   `webcare::calendar::IcalImport`.
//!
//! # Rust version
//! Rust 1.95 or newer; it is what everything is tested with.

mod config;
mod error;
pub mod judgement;

pub mod mention;
mod text;
pub mod language;
pub mod classify;
mod priority;
pub mod case;
pub mod calendar;
pub mod routing;
pub mod sla;
pub mod reply;
pub mod channel;
pub mod desk;

/// Long prose: why things are as they are.
pub mod _documentation {
    #[doc = include_str!("../DESIGN.md")]
    pub mod design {}

    #[doc = include_str!("../CHANGELOG.md")]
    pub mod changelog {}
}

pub use error::{Error, Fault};
pub use priority::Priority;

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct ReadmeDoctests;
