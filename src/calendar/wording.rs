//! The sentences of a notice, in Dutch and English.

use super::notice::{Moment, Notice, RelativeDay};
use super::reason::Reason;
use chrono::{Datelike, NaiveDate, Weekday};

/// The words of one language.
struct Words {
    today: &'static str,
    tomorrow: &'static str,
    /// Before the name of a day, and before a date.
    on: [&'static str; 2],
    at: &'static str,
    /// From Monday on.
    days: [&'static str; 7],
    months: [&'static str; 12],
}

static DUTCH: Words = Words {
    today: "vandaag",
    tomorrow: "morgen",
    on: ["", "op "],
    at: "om",
    days: ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"],
    months: [
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ],
};

static ENGLISH: Words = Words {
    today: "today",
    tomorrow: "tomorrow",
    on: ["on ", "on "],
    at: "at",
    days: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    months: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
};

impl Words {
    fn weekday(&self, day: Weekday) -> &'static str {
        let index = usize::try_from(day.num_days_from_monday()).unwrap_or_default();
        self.days.get(index).copied().unwrap_or_default()
    }

    fn date(&self, date: NaiveDate) -> String {
        let month = usize::try_from(date.month0()).unwrap_or_default();
        let month = self.months.get(month).copied().unwrap_or_default();
        format!("{} {} {month}", self.weekday(date.weekday()), date.day())
    }

    fn day(&self, day: RelativeDay) -> String {
        match day {
            RelativeDay::Today => self.today.to_owned(),
            RelativeDay::Tomorrow => self.tomorrow.to_owned(),
            RelativeDay::Weekday(day) => self.weekday(day).to_owned(),
            RelativeDay::Date(date) => self.date(date),
            RelativeDay::DateAndYear(date) => format!("{} {}", self.date(date), date.year()),
        }
    }

    /// When it opens: a day and a time.
    fn opening(&self, moment: &Moment) -> String {
        let [on_day, on_date] = self.on;
        let on = match moment.day() {
            RelativeDay::Today | RelativeDay::Tomorrow => "",
            RelativeDay::Weekday(_) => on_day,
            RelativeDay::Date(_) | RelativeDay::DateAndYear(_) => on_date,
        };
        format!("{on}{} {} {}", self.day(moment.day()), self.at, moment.clock())
    }

    /// When it closes: a time, with the day unless that is today.
    fn closing(&self, moment: &Moment) -> String {
        match moment.as_closing() {
            (RelativeDay::Today, time) => time,
            (day, time) => format!("{} {} {time}", self.day(day), self.at),
        }
    }
}

pub(crate) fn dutch(notice: &Notice) -> String {
    let because = |reason: &Reason| match reason.holiday() {
        Some(_) => format!(" vanwege {}", reason.dutch()),
        None => format!(" ({})", reason.dutch()),
    };
    let reason = notice.reason().map(because);
    match (notice.is_open(), notice.until().map(|until| (DUTCH.opening(until), until)), reason) {
        (true, Some((_, until)), _) => format!("Wij zijn nu open tot {}.", DUTCH.closing(until)),
        (true, None, _) => "Wij zijn dag en nacht open.".to_owned(),
        (false, Some((opening, _)), None) => format!("Wij zijn {opening} weer open."),
        (false, Some((opening, _)), Some(reason)) => {
            format!("Wij zijn gesloten{reason} en {opening} weer open.")
        }
        (false, None, reason) => {
            format!("Wij zijn gesloten{} en gaan niet meer open.", reason.unwrap_or_default())
        }
    }
}

pub(crate) fn english(notice: &Notice) -> String {
    let because = |reason: &Reason| match reason.holiday() {
        Some(_) => format!(" for {}", reason.english()),
        None => format!(" ({})", reason.english()),
    };
    let reason = notice.reason().map(because);
    match (notice.is_open(), notice.until().map(|until| (ENGLISH.opening(until), until)), reason) {
        (true, Some((_, until)), _) => format!("We are open now until {}.", ENGLISH.closing(until)),
        (true, None, _) => "We are open around the clock.".to_owned(),
        (false, Some((opening, _)), None) => format!("We open again {opening}."),
        (false, Some((opening, _)), Some(reason)) => {
            format!("We are closed{reason} and open again {opening}.")
        }
        (false, None, reason) => {
            format!("We are closed{} and will not open again.", reason.unwrap_or_default())
        }
    }
}
