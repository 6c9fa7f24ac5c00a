//! All stages in order, in one call: the one place that knows them all.

mod builder;
mod knowing;
mod triage;

pub use builder::DeskBuilder;
pub use knowing::Knowing;
pub use triage::Triage;

use crate::Error;
use crate::calendar::Calendars;
use crate::case::{Case, CaseId, Cases, Judged};
use crate::classify::{Adaptation, Classification, Classifier, Known};
use crate::config::Node;
use crate::judgement::{Abstention, Confidence, Evidence, Place};
use crate::language::{Detection, Detector, Language};
use crate::mention::Mention;
use crate::routing::{Decision, Facts, Rules};
use crate::sla::Policies;
use chrono::{DateTime, Utc};

/// How sure the language is when only the platform tells it: what it tells is often the
/// writer's settings. A judgement of ours, not a measurement.
const PLATFORM_CONFIDENCE: Confidence = Confidence::new(0.5);

/// A desk: it judges mentions, sends them to a queue with a priority, and says what is due
/// when.
///
/// It holds configuration and no state. [`triage`](Self::triage) is pure: the same mention
/// at the same moment gives the same answer.
///
/// # Configuration
/// A desk is made with [`Desk::builder`], or read from one table:
///
/// | key | value |
/// |---|---|
/// | `calendars` | named [`Calendars`] |
/// | `policies` | a list: [`Policies`] |
/// | `rules` | a list or a table: [`Rules`] |
/// | `abstain_below` | 0 to 1: judgements less sure than this are withheld; 0 if absent |
/// | `classifier` | how the judgement is adapted, thresholds of each kind among it: [`Adaptation`] |
///
/// # Example
/// ```
/// use chrono::{TimeZone, Utc};
/// use webcare::desk::Desk;
/// use webcare::mention::{ChannelKind, Mention};
/// use webcare::Priority;
///
/// let desk: Desk = toml::from_str(r#"
///     [calendars.office]
///     zone = "Europe/Amsterdam"
///     hours = { "mon-fri" = ["09:00-17:00"] }
///
///     [[policies]]
///     id = "standard"
///     calendar = "office"
///     first_response = { high = "2h", default = "8h" }
///
///     [[rules]]
///     id = "delivery"
///     when = { field = "text", op = "contains_any", value = ["pakje", "pakket"] }
///     then = { queue = "delivery" }
/// "#)?;
///
/// // A Friday, two hours before closing time.
/// let now = Utc.with_ymd_and_hms(2026, 11, 13, 14, 0, 0).unwrap();
/// let mention = Mention::builder("m-1")
///     .channel(ChannelKind::X)
///     .text("Mijn pakje is alweer niet geleverd!")
///     .published_at(now)
///     .build()?;
/// let triage = desk.triage(&mention, now);
/// assert_eq!(triage.decision().queue(), "delivery");
/// assert_eq!(triage.decision().priority(), Priority::Normal);
/// // Two opening hours on Friday, six on Monday.
/// assert_eq!(triage.due().unwrap().due_at().to_string(), "2026-11-16 14:00:00 UTC");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Desk {
    detector: Box<dyn Detector>,
    classifier: Box<dyn Classifier>,
    adaptation: Adaptation,
    abstain_below: Confidence,
    rules: Rules,
    policies: Policies,
    calendars: Calendars,
}

impl Desk {
    /// Starts a desk with the built-in detector and classifier, no rules and no policies.
    pub fn builder() -> DeskBuilder {
        DeskBuilder::default()
    }

    pub(crate) fn read(node: &Node<'_>) -> Option<Self> {
        let mut table = node.table()?;
        let calendars = table.read_or("calendars", Calendars::default(), Calendars::read);
        let policies = table.read_or("policies", Policies::default(), Policies::read);
        let rules = table.read_or("rules", Rules::default(), Rules::read);
        let abstain_below = table.read_or("abstain_below", Confidence::NONE, Confidence::read);
        let adaptation = table.read_or("classifier", Adaptation::default(), Adaptation::read);
        table.finish();
        let builder = Self::builder()
            .calendars(calendars?)
            .policies(policies?)
            .rules(rules?)
            .abstain_below(abstain_below?)
            .adaptation(adaptation?);
        match builder.build() {
            Ok(desk) => Some(desk),
            Err(error) => {
                node.note(error.faults());
                None
            }
        }
    }

    /// Judges one mention, routes it, and says what is due when, as things stand at `now`.
    ///
    /// The mention is taken for a case of its own. For one that belongs to a conversation
    /// see [`triage_in`](Self::triage_in) and [`receive`](Self::receive). A message of our
    /// own is not judged, no rule applies to it, and nothing is due.
    #[must_use]
    pub fn triage(&self, mention: &Mention, now: DateTime<Utc>) -> Triage {
        self.knowing(&Known::of(mention)).triage(mention, now)
    }

    /// The same for a mention that belongs to `case`: rules see the case, and what is due
    /// follows from all of its events.
    ///
    /// # Example
    /// ```
    /// use chrono::{TimeZone, Utc};
    /// use webcare::case::{Actor, Answered, Case, CaseId, Event, EventId, EventKind};
    /// use webcare::desk::Desk;
    /// use webcare::mention::Mention;
    /// use webcare::sla::Status;
    ///
    /// let desk: Desk = toml::from_str(r#"
    ///     policies = [{ id = "day", first_response = { default = "24h" } }]
    /// "#)?;
    /// let noon = Utc.with_ymd_and_hms(2026, 11, 13, 12, 0, 0).unwrap();
    /// let mention =
    ///     Mention::builder("m-1").text("Hoe zeg ik op?").published_at(noon).build()?;
    ///
    /// let mut case = Case::open(CaseId::new("c-1")?, &mention, noon);
    /// let at = noon + chrono::TimeDelta::hours(1);
    /// let answered = EventKind::Answered(Answered::new().to(mention.id().clone()));
    /// case.record(Event::new(EventId::new("a-1")?, at, Actor::agent("SD"), answered))?;
    ///
    /// let triage = desk.triage_in(&case, &mention, at);
    /// assert_eq!(triage.deadlines()[0].status(), Status::Achieved);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn triage_in(&self, case: &Case, mention: &Mention, now: DateTime<Utc>) -> Triage {
        self.knowing(&Known::of(mention)).triage_in(case, mention, now)
    }

    /// Takes one mention in: judges it, finds the case it belongs to among `cases`, and
    /// triages it there. The same mention twice is one. A message of thanks does not start
    /// a clock again.
    ///
    /// The log keeps how the case was judged, as an event
    /// [of judgement](crate::case::Event::of_judgement): its priority, tags and language
    /// count from when the message was written until it is judged anew, by a later message
    /// or by whatever the host records. So a clock keeps the time it used under an earlier
    /// priority, and a message of ours or thanks changes nothing of it. Assigning the case to
    /// the queue is the host's.
    ///
    /// # Errors
    /// When the case refuses the mention: the message of that name has other content.
    ///
    /// # Example
    /// ```
    /// use chrono::{DateTime, TimeDelta, Utc};
    /// use webcare::case::Cases;
    /// use webcare::desk::Desk;
    /// use webcare::mention::{Author, ChannelKind, Mention, Thread};
    /// use webcare::sla::Status;
    ///
    /// let desk: Desk = toml::from_str(r#"
    ///     policies = [{ id = "day", first_response = "8h", next_response = "8h" }]
    /// "#)?;
    /// let monday: DateTime<Utc> = "2026-11-09T09:00:00Z".parse()?;
    /// let on_facebook = |id: &str, hours| {
    ///     let at = monday + TimeDelta::hours(hours);
    ///     Mention::builder(id).channel(ChannelKind::Facebook).published_at(at)
    /// };
    /// let ilse = |id, hours| on_facebook(id, hours).author(Author::named("Ilse"));
    /// let mut cases = Cases::new();
    ///
    /// let question = ilse("m-1", 0).text("Hoe laat gaan jullie open?").build()?;
    /// let first = desk.receive(&mut cases, &question, monday)?;
    /// assert_eq!(first.due().unwrap().due_at(), monday + TimeDelta::hours(8));
    ///
    /// let to_her = || Thread::reply_to("m-1");
    /// let ours = on_facebook("m-2", 1).direction("outbound".parse()?).thread(to_her());
    /// let later = monday + TimeDelta::hours(3);
    /// desk.receive(&mut cases, &ours.text("Om negen uur! ^NK").build()?, later)?;
    ///
    /// let thanks = ilse("m-3", 2).thread(to_her()).text("Super, dank je wel!").build()?;
    /// let last = desk.receive(&mut cases, &thanks, later)?;
    /// assert_eq!(last.due().unwrap().status(), Status::Achieved);
    /// assert_eq!(cases.len(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn receive(
        &self,
        cases: &mut Cases,
        mention: &Mention,
        now: DateTime<Utc>,
    ) -> Result<Triage, Error> {
        self.knowing(&Known::of(mention)).receive(cases, mention, now)
    }

    /// The same desk for mentions of whose writer the host knows more than the mention
    /// brings: earlier contacts, open cases, flags. It counts for urgency as far as
    /// [`KnownWeights`](crate::classify::KnownWeights) say; without this, followers and
    /// flags of the mention's author are what is known.
    ///
    /// # Example
    /// ```
    /// use webcare::classify::{Known, UrgencyLevel};
    /// use webcare::desk::Desk;
    /// use webcare::mention::Mention;
    ///
    /// let desk: Desk = toml::from_str(r#"
    ///     [classifier.known]
    ///     earlier_contacts = { points = 10, most = 30 }
    /// "#)?;
    /// let mention = Mention::builder("m-1").text("Wanneer komt de monteur?").build()?;
    /// let known = Known { earlier_contacts: Some(3), ..Known::of(&mention) };
    ///
    /// let now = chrono::DateTime::UNIX_EPOCH;
    /// let triage = desk.knowing(&known).triage(&mention, now);
    /// let urgency = triage.classification().urgency();
    /// assert_eq!(urgency.level(), Some(UrgencyLevel::High));
    /// assert_eq!(urgency.from_text().level(), Some(UrgencyLevel::Normal));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub const fn knowing<'d>(&'d self, known: &'d Known) -> Knowing<'d> {
        Knowing::new(self, known)
    }

    fn triage_judged(
        &self,
        classification: Classification,
        mention: &Mention,
        case: &Case,
        now: DateTime<Utc>,
    ) -> Triage {
        let decision = self.decide(&classification, mention, case, now);
        self.triage_decided(classification, decision, case, now)
    }

    fn decide(
        &self,
        classification: &Classification,
        mention: &Mention,
        case: &Case,
        now: DateTime<Utc>,
    ) -> Decision {
        let facts = Facts::new(mention, classification, now).calendars(&self.calendars);
        self.rules.decide(&facts.case(case))
    }

    fn triage_decided(
        &self,
        classification: Classification,
        decision: Decision,
        case: &Case,
        now: DateTime<Utc>,
    ) -> Triage {
        let judged = judged(&classification, &decision);
        let deadlines = self.policies.deadlines(case, judged, &self.calendars, now);
        Triage::new(classification, decision, deadlines)
    }

    fn triage_alone(
        &self,
        classification: Classification,
        mention: &Mention,
        now: DateTime<Utc>,
    ) -> Triage {
        let case = Case::open(CaseId::from(mention.id()), mention, now);
        self.triage_judged(classification, mention, &case, now)
    }

    /// Judges one mention: language, sentiment, intent and urgency. Our own messages are
    /// not judged.
    #[must_use]
    pub fn judge(&self, mention: &Mention) -> Classification {
        self.knowing(&Known::of(mention)).judge(mention)
    }

    /// The same, where `known` is what the host knows of the writer. What is withheld is
    /// withheld of the text, before anything known is added.
    fn judge_knowing(&self, mention: &Mention, known: &Known) -> Classification {
        if mention.direction().is_outbound() {
            return Classification::abstaining(Abstention::OwnMessage);
        }
        let language = self.language(mention);
        let (weights, thresholds) = (self.adaptation.known(), self.adaptation.thresholds());
        let said = thresholds.apply(self.classifier.classify(mention, &language));
        let said = said.abstain_below(self.abstain_below);
        said.rejudged(|said| said, |said| said, |said| weights.add(said, known, thresholds))
    }

    /// The language of the text, else of the title, else as the platform tells it.
    fn language(&self, mention: &Mention) -> Detection {
        let told = |text: &str| {
            let detection = self.detector.detect(text);
            (!detection.is(Language::Undetermined)).then_some(detection)
        };
        told(mention.text())
            .or_else(|| mention.title().and_then(told).map(Detection::in_title))
            .or_else(|| {
                let language = Language::from_code(mention.platform_language()?);
                let fact = Evidence::new(Place::Fact, 1.0, "the platform's word");
                (language != Language::Undetermined).then(|| {
                    Detection::new(language, PLATFORM_CONFIDENCE).with_evidence(vec![fact])
                })
            })
            .unwrap_or_default()
    }

    /// The rules.
    #[must_use]
    pub const fn rules(&self) -> &Rules {
        &self.rules
    }

    /// How the judgement is adapted.
    #[must_use]
    pub const fn adaptation(&self) -> &Adaptation {
        &self.adaptation
    }

    /// The service levels.
    #[must_use]
    pub const fn policies(&self) -> &Policies {
        &self.policies
    }

    /// The calendars.
    #[must_use]
    pub const fn calendars(&self) -> &Calendars {
        &self.calendars
    }
}

/// What service levels may see of it.
fn judged(classification: &Classification, decision: &Decision) -> Judged {
    let judged = Judged::new().priority(decision.priority()).tags(decision.tags());
    match classification.language().language() {
        Language::Undetermined => judged,
        language => judged.language(language),
    }
}

crate::config::configured!(Desk, "");

const _: fn() = || {
    fn shared<T: Send + Sync>() {}
    shared::<Desk>();
};

#[cfg(test)]
mod tests;
