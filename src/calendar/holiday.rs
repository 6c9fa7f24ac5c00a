//! The holidays that are known by name, and on which date each falls.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};
use std::fmt;

/// A holiday known by name.
///
/// Dates follow the law of the country where it is kept: for the Netherlands the
/// Algemene termijnenwet and the decisions on Koningsdag and Bevrijdingsdag, for Belgium
/// the royal decree of 18 April 1974 and the decrees of the communities.
///
/// # Example
/// ```
/// use chrono::NaiveDate;
/// use webcare::calendar::Holiday;
///
/// // 27 April 2025 is a Sunday.
/// assert_eq!(Holiday::KingsDay.in_year(2025), NaiveDate::from_ymd_opt(2025, 4, 26));
/// assert_eq!(Holiday::EasterMonday.in_year(2026), NaiveDate::from_ymd_opt(2026, 4, 6));
/// assert_eq!(Holiday::WhitMonday.as_str(), "whit_monday");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Holiday {
    /// 1 January.
    NewYear,
    /// The Friday before Easter.
    GoodFriday,
    /// Easter, by the Gregorian reckoning.
    EasterSunday,
    /// The day after Easter.
    EasterMonday,
    /// Koningsdag: 27 April, or the Saturday before when that is a Sunday. Until 2013
    /// Koninginnedag: 30 April from 1949 on and 31 August before that; a Sunday moved to
    /// the Saturday from 1980 on, and to the Monday before that.
    KingsDay,
    /// Bevrijdingsdag: 5 May.
    LiberationDay,
    /// Dag van de Arbeid: 1 May.
    LabourDay,
    /// Hemelvaart: 39 days after Easter.
    AscensionDay,
    /// The Friday after Ascension Day, on which Belgian banks are closed.
    DayAfterAscension,
    /// Pentecost: 49 days after Easter.
    WhitSunday,
    /// The day after Pentecost.
    WhitMonday,
    /// The feast of the Brussels-Capital Region: 8 May.
    IrisDay,
    /// The feast of the Flemish Community: 11 July.
    FlemishCommunityDay,
    /// The Belgian national day: 21 July.
    BelgianNationalDay,
    /// Onze-Lieve-Vrouw-Hemelvaart: 15 August.
    AssumptionDay,
    /// The feast of Wallonia: the third Sunday of September.
    WalloniaDay,
    /// The feast of the French Community: 27 September.
    FrenchCommunityDay,
    /// Allerheiligen: 1 November.
    AllSaintsDay,
    /// Allerzielen: 2 November.
    AllSoulsDay,
    /// Wapenstilstand: 11 November.
    ArmisticeDay,
    /// The feast of the German-speaking Community, and of the Belgian dynasty: 15 November.
    GermanCommunityDay,
    /// 24 December.
    ChristmasEve,
    /// 25 December.
    ChristmasDay,
    /// 26 December.
    SecondChristmasDay,
    /// 31 December.
    NewYearsEve,
}

impl Holiday {
    /// All of them, in the order of an ordinary year.
    pub const ALL: [Self; 25] = [
        Self::NewYear,
        Self::GoodFriday,
        Self::EasterSunday,
        Self::EasterMonday,
        Self::KingsDay,
        Self::LabourDay,
        Self::LiberationDay,
        Self::IrisDay,
        Self::AscensionDay,
        Self::DayAfterAscension,
        Self::WhitSunday,
        Self::WhitMonday,
        Self::FlemishCommunityDay,
        Self::BelgianNationalDay,
        Self::AssumptionDay,
        Self::WalloniaDay,
        Self::FrenchCommunityDay,
        Self::AllSaintsDay,
        Self::AllSoulsDay,
        Self::ArmisticeDay,
        Self::GermanCommunityDay,
        Self::ChristmasEve,
        Self::ChristmasDay,
        Self::SecondChristmasDay,
        Self::NewYearsEve,
    ];

    /// The word used in configuration, for instance `"good_friday"`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NewYear => "new_year",
            Self::GoodFriday => "good_friday",
            Self::EasterSunday => "easter_sunday",
            Self::EasterMonday => "easter_monday",
            Self::KingsDay => "kings_day",
            Self::LiberationDay => "liberation_day",
            Self::LabourDay => "labour_day",
            Self::AscensionDay => "ascension_day",
            Self::DayAfterAscension => "day_after_ascension",
            Self::WhitSunday => "whit_sunday",
            Self::WhitMonday => "whit_monday",
            Self::IrisDay => "iris_day",
            Self::FlemishCommunityDay => "flemish_community_day",
            Self::BelgianNationalDay => "belgian_national_day",
            Self::AssumptionDay => "assumption_day",
            Self::WalloniaDay => "wallonia_day",
            Self::FrenchCommunityDay => "french_community_day",
            Self::AllSaintsDay => "all_saints_day",
            Self::AllSoulsDay => "all_souls_day",
            Self::ArmisticeDay => "armistice_day",
            Self::GermanCommunityDay => "german_community_day",
            Self::ChristmasEve => "christmas_eve",
            Self::ChristmasDay => "christmas_day",
            Self::SecondChristmasDay => "second_christmas_day",
            Self::NewYearsEve => "new_years_eve",
        }
    }

    /// The date in a year of the Gregorian calendar; `None` when it was not kept that
    /// year, or the year is beyond what chrono can express.
    #[must_use]
    pub fn in_year(self, year: i32) -> Option<NaiveDate> {
        let on = |month, day| NaiveDate::from_ymd_opt(year, month, day);
        match self {
            Self::NewYear => on(1, 1),
            Self::GoodFriday => easter(year)?.checked_sub_days(Days::new(2)),
            Self::EasterSunday => easter(year),
            Self::EasterMonday => after_easter(year, 1),
            Self::KingsDay => kings_day(year),
            Self::LiberationDay => on(5, 5),
            Self::LabourDay => on(5, 1),
            Self::AscensionDay => after_easter(year, 39),
            Self::DayAfterAscension => after_easter(year, 40),
            Self::WhitSunday => after_easter(year, 49),
            Self::WhitMonday => after_easter(year, 50),
            Self::IrisDay => on(5, 8),
            Self::FlemishCommunityDay => on(7, 11),
            Self::BelgianNationalDay => on(7, 21),
            Self::AssumptionDay => on(8, 15),
            Self::WalloniaDay => NaiveDate::from_weekday_of_month_opt(year, 9, Weekday::Sun, 3),
            Self::FrenchCommunityDay => on(9, 27),
            Self::AllSaintsDay => on(11, 1),
            Self::AllSoulsDay => on(11, 2),
            Self::ArmisticeDay => on(11, 11),
            Self::GermanCommunityDay => on(11, 15),
            Self::ChristmasEve => on(12, 24),
            Self::ChristmasDay => on(12, 25),
            Self::SecondChristmasDay => on(12, 26),
            Self::NewYearsEve => on(12, 31),
        }
    }
}

impl fmt::Display for Holiday {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

fn after_easter(year: i32, days: u64) -> Option<NaiveDate> {
    easter(year)?.checked_add_days(Days::new(days))
}

/// Koningsdag, and Koninginnedag before it.
fn kings_day(year: i32) -> Option<NaiveDate> {
    let (month, day) = match year {
        2014.. => (4, 27),
        1949.. => (4, 30),
        1891.. => (8, 31),
        _ => return None,
    };
    let date = NaiveDate::from_ymd_opt(year, month, day)?;
    match date.weekday() {
        Weekday::Sun if year >= 1980 => date.pred_opt(),
        Weekday::Sun => date.succ_opt(),
        _ => Some(date),
    }
}

/// Easter Sunday by the Gregorian reckoning (the algorithm of Meeus, Jones and Butcher,
/// in J. Meeus, Astronomical Algorithms, chapter 8).
fn easter(year: i32) -> Option<NaiveDate> {
    let golden = year.rem_euclid(19);
    let (century, rest) = (year.div_euclid(100), year.rem_euclid(100));
    let shift = (century + 8).div_euclid(25);
    let correction = (century - shift + 1).div_euclid(3);
    let epact = (19 * golden + century - century.div_euclid(4) - correction + 15).rem_euclid(30);
    let weekday =
        (32 + 2 * century.rem_euclid(4) + 2 * (rest / 4) - epact - rest % 4).rem_euclid(7);
    let late = (golden + 11 * epact + 22 * weekday) / 451;
    let days = epact + weekday - 7 * late + 114;
    NaiveDate::from_ymd_opt(
        year,
        u32::try_from(days / 31).ok()?,
        u32::try_from(days % 31 + 1).ok()?,
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn easter_falls_where_the_published_tables_say() {
        // United States Census Bureau, Easter dates 1600 to 2099.
        for known in [
            "1600-04-02",
            "1818-03-22",
            "1943-04-25",
            "1961-04-02",
            "1981-04-19",
            "2000-04-23",
            "2008-03-23",
            "2011-04-24",
            "2016-03-27",
            "2019-04-21",
            "2024-03-31",
            "2025-04-20",
            "2026-04-05",
            "2038-04-25",
            "2049-04-18",
            "2076-04-19",
            "2099-04-12",
        ] {
            let known = date(known);
            assert_eq!(easter(known.year()), Some(known));
        }
    }

    #[test]
    fn the_feast_of_king_or_queen_moves_off_sunday() {
        for (year, known) in [
            (1890, None),
            (1900, Some("1900-08-31")),
            (1902, Some("1902-09-01")),
            (1948, Some("1948-08-31")),
            (1949, Some("1949-04-30")),
            (1972, Some("1972-05-01")),
            (1978, Some("1978-05-01")),
            (1989, Some("1989-04-29")),
            (2006, Some("2006-04-29")),
            (2013, Some("2013-04-30")),
            (2014, Some("2014-04-26")),
            (2015, Some("2015-04-27")),
            (2031, Some("2031-04-26")),
        ] {
            assert_eq!(kings_day(year), known.map(date), "{year}");
        }
    }

    #[test]
    fn every_day_has_a_date_from_the_first_year_to_the_last_and_none_panics_beyond() {
        for holiday in Holiday::ALL {
            for year in [1583, 1900, 1970, 2026, 2099, 9999] {
                assert!(holiday.in_year(year).is_some() || holiday == Holiday::KingsDay);
            }
            for year in [i32::MIN, -262_144, -1, 0, 262_143, i32::MAX] {
                let _ = holiday.in_year(year);
            }
        }
    }

    #[test]
    fn words_are_unique_and_those_of_serde() {
        let words: BTreeSet<&str> = Holiday::ALL.iter().map(|holiday| holiday.as_str()).collect();
        assert_eq!(words.len(), Holiday::ALL.len());
        for holiday in Holiday::ALL {
            assert_eq!(serde_json::to_value(holiday).unwrap(), holiday.as_str());
        }
    }

    #[test]
    fn wallonia_keeps_the_third_sunday_of_september() {
        assert_eq!(Holiday::WalloniaDay.in_year(2026), Some(date("2026-09-20")));
    }
}
