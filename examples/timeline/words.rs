//! What stands on the drawing, in Dutch and English.

use chrono::{DateTime, Datelike, Timelike, Utc};
use chrono_tz::Tz;
use webcare::calendar::Reason;
use webcare::case::{Event, EventKind};

pub(crate) struct Words {
    is_dutch: bool,
    pub(crate) case: &'static str,
    pub(crate) events: &'static str,
    pub(crate) status: &'static str,
    pub(crate) now: &'static str,
    pub(crate) due: &'static str,
    pub(crate) closed: &'static str,
    pub(crate) open: &'static str,
    pub(crate) running: &'static str,
    pub(crate) paused: &'static str,
    pub(crate) late: &'static str,
    customer: &'static str,
    wrote: &'static str,
    answered: &'static str,
    failed: &'static str,
    delivered: &'static str,
    noted: &'static str,
    assigned: &'static str,
    changed: &'static str,
    /// From Monday on.
    days: [&'static str; 7],
    months: [&'static str; 12],
    /// Words of the library, and what people call them.
    known: &'static [(&'static str, &'static str)],
}

pub(crate) static DUTCH: Words = Words {
    is_dutch: true,
    case: "Gesprek",
    events: "Wat er gebeurde",
    status: "Stand",
    now: "nu",
    due: "uiterlijk",
    closed: "gesloten (smaller getekend)",
    open: "open",
    running: "de klok loopt",
    paused: "de klok staat stil",
    late: "te laat",
    customer: "de klant",
    wrote: "schrijft",
    answered: "antwoordt",
    failed: "het antwoord komt niet aan",
    delivered: "het antwoord is aangekomen",
    noted: "noteert iets",
    assigned: "pakt het op",
    changed: "stand:",
    days: ["ma", "di", "wo", "do", "vr", "za", "zo"],
    months: ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"],
    known: &[
        ("new", "nieuw"),
        ("waiting_on_customer", "wacht op de klant"),
        ("waiting_on_third_party", "wacht op een ander"),
        ("resolved", "opgelost"),
        ("first_response", "Eerste antwoord"),
        ("next_response", "Volgend antwoord"),
        ("periodic_update", "Tussenbericht"),
        ("first_resolution", "Eerste oplossing"),
        ("total_resolution", "Hele oplossing"),
        ("waiting_on_us", "Wacht op ons"),
        ("ownership", "Bij de groep"),
        ("promise", "Toezegging"),
        ("pending", "op tijd"),
        ("imminent", "bijna te laat"),
        ("paused", "staat stil"),
        ("breaching", "wordt te laat"),
        ("achieved", "gehaald"),
        ("breached", "te laat gedaan"),
        ("cancelled", "vervallen"),
        ("handed_over", "draagt over"),
        ("promised", "zegt iets toe"),
        ("promise_kept", "doet wat is toegezegd"),
        ("judged", "beoordeeld"),
        ("merged", "samengevoegd"),
    ],
};

pub(crate) static ENGLISH: Words = Words {
    is_dutch: false,
    case: "Case",
    events: "What happened",
    status: "Status",
    now: "now",
    due: "due",
    closed: "closed (drawn narrower)",
    open: "open",
    running: "the clock runs",
    paused: "the clock stands still",
    late: "too late",
    customer: "the customer",
    wrote: "writes",
    answered: "answers",
    failed: "the answer does not arrive",
    delivered: "the answer has arrived",
    noted: "notes something",
    assigned: "takes it up",
    changed: "status:",
    days: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
    months: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    known: &[
        ("waiting_on_customer", "waiting on customer"),
        ("waiting_on_third_party", "waiting on others"),
        ("first_response", "First response"),
        ("next_response", "Next response"),
        ("periodic_update", "Periodic update"),
        ("first_resolution", "First resolution"),
        ("total_resolution", "Total resolution"),
        ("waiting_on_us", "Waiting on us"),
        ("ownership", "Ownership"),
        ("promise", "Promise"),
        ("pending", "in time"),
        ("imminent", "nearly late"),
        ("paused", "stands still"),
        ("breaching", "running late"),
        ("achieved", "achieved"),
        ("breached", "done late"),
        ("cancelled", "cancelled"),
        ("handed_over", "hands it over"),
        ("promised", "makes a promise"),
        ("promise_kept", "keeps the promise"),
    ],
};

impl Words {
    pub(crate) fn of(code: &str) -> Option<&'static Self> {
        match code {
            "nl" => Some(&DUTCH),
            "en" => Some(&ENGLISH),
            _ => None,
        }
    }

    /// What people call a word of the library.
    pub(crate) fn word(&self, word: &str) -> String {
        let known = self.known.iter().find(|(of_library, _)| *of_library == word);
        known.map_or_else(|| word.replace('_', " "), |(_, people)| (*people).to_owned())
    }

    pub(crate) fn reason(&self, reason: &Reason) -> String {
        (if self.is_dutch { reason.dutch() } else { reason.english() }).to_owned()
    }

    pub(crate) fn date(&self, at: DateTime<Utc>, zone: Tz) -> String {
        let local = at.with_timezone(&zone);
        let name = |names: &[&'static str], index: u32| {
            usize::try_from(index).ok().and_then(|index| names.get(index).copied()).unwrap_or("")
        };
        let day = name(&self.days, local.weekday().num_days_from_monday());
        format!("{day} {} {}", local.day(), name(&self.months, local.month0()))
    }

    pub(crate) fn moment(&self, at: DateTime<Utc>, zone: Tz) -> String {
        format!("{} {}", self.date(at, zone), clock(at, zone))
    }

    /// One event in a few words.
    pub(crate) fn event(&self, event: &Event) -> String {
        let who = event.by().name().map_or_else(|| event.by().to_string(), capital);
        match event.kind() {
            EventKind::Received(_) => format!("{} {}", self.customer, self.wrote),
            EventKind::Answered(_) => format!("{who} {}", self.answered),
            EventKind::Delivered { .. } => self.delivered.to_owned(),
            EventKind::DeliveryFailed { .. } => self.failed.to_owned(),
            EventKind::Noted { .. } => format!("{who} {}", self.noted),
            EventKind::Assigned { .. } => format!("{who} {}", self.assigned),
            EventKind::StatusChanged { to, .. } => {
                format!("{} {}", self.changed, self.word(to.as_str()))
            }
            other => format!("{who}: {}", self.word(other.as_str())),
        }
    }
}

/// The time of day on a clock of the zone.
pub(crate) fn clock(at: DateTime<Utc>, zone: Tz) -> String {
    let local = at.with_timezone(&zone);
    format!("{:02}:{:02}", local.hour(), local.minute())
}

fn capital(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
