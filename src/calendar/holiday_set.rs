//! The holidays of a country by default, and the one that is kept every fifth year.

use super::holiday::Holiday;
use serde::{Deserialize, Serialize};

/// The holidays of a country, as they are kept by default.
///
/// # Example
/// ```
/// use webcare::calendar::{Holiday, HolidaySet};
///
/// assert!(HolidaySet::Netherlands.days().contains(&Holiday::KingsDay));
/// assert!(!HolidaySet::Belgium.days().contains(&Holiday::SecondChristmasDay));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub enum HolidaySet {
    /// New Year, Easter, Koningsdag, 5 May in lustrum years, Ascension Day, Pentecost and
    /// both days of Christmas. Good Friday is not among them.
    #[serde(rename = "nl")]
    Netherlands,
    /// The ten legal holidays, and Easter and Whit Sunday. The feasts of regions and
    /// communities are not among them.
    #[serde(rename = "be")]
    Belgium,
}

impl HolidaySet {
    /// The days of the set.
    #[must_use]
    pub const fn days(self) -> &'static [Holiday] {
        match self {
            Self::Netherlands => &[
                Holiday::NewYear,
                Holiday::EasterSunday,
                Holiday::EasterMonday,
                Holiday::KingsDay,
                Holiday::LiberationDay,
                Holiday::AscensionDay,
                Holiday::WhitSunday,
                Holiday::WhitMonday,
                Holiday::ChristmasDay,
                Holiday::SecondChristmasDay,
            ],
            Self::Belgium => &[
                Holiday::NewYear,
                Holiday::EasterSunday,
                Holiday::EasterMonday,
                Holiday::LabourDay,
                Holiday::AscensionDay,
                Holiday::WhitSunday,
                Holiday::WhitMonday,
                Holiday::BelgianNationalDay,
                Holiday::AssumptionDay,
                Holiday::AllSaintsDay,
                Holiday::ArmisticeDay,
                Holiday::ChristmasDay,
            ],
        }
    }
}

/// In which years 5 May is a closed day.
///
/// # Example
/// ```
/// use webcare::calendar::LiberationDay;
///
/// assert!(LiberationDay::Lustrum.is_kept_in(2025));
/// assert!(!LiberationDay::Lustrum.is_kept_in(2026));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum LiberationDay {
    /// Every fifth year: 2020, 2025, 2030.
    #[default]
    Lustrum,
    /// Every year.
    Yearly,
    /// In no year.
    Never,
}

impl LiberationDay {
    /// Whether it is kept in a year.
    #[must_use]
    pub const fn is_kept_in(self, year: i32) -> bool {
        match self {
            Self::Lustrum => year % 5 == 0,
            Self::Yearly => true,
            Self::Never => false,
        }
    }
}
