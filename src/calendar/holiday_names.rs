//! What holidays are called in Dutch and English.

use super::holiday::Holiday;

impl Holiday {
    /// Its name in Dutch, as one writes it in a sentence. Names of feast days follow the
    /// Woordenlijst Nederlandse Taal.
    ///
    /// # Example
    /// ```
    /// use webcare::calendar::Holiday;
    ///
    /// assert_eq!(Holiday::AscensionDay.dutch(), "Hemelvaartsdag");
    /// ```
    #[must_use]
    pub const fn dutch(self) -> &'static str {
        self.names().0
    }

    /// Its name in English.
    ///
    /// # Example
    /// ```
    /// use webcare::calendar::Holiday;
    ///
    /// assert_eq!(Holiday::SecondChristmasDay.english(), "Boxing Day");
    /// ```
    #[must_use]
    pub const fn english(self) -> &'static str {
        self.names().1
    }

    const fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::NewYear => ("nieuwjaarsdag", "New Year's Day"),
            Self::GoodFriday => ("Goede Vrijdag", "Good Friday"),
            Self::EasterSunday => ("eerste paasdag", "Easter Sunday"),
            Self::EasterMonday => ("tweede paasdag", "Easter Monday"),
            Self::KingsDay => ("Koningsdag", "King's Day"),
            Self::LabourDay => ("de Dag van de Arbeid", "Labour Day"),
            Self::LiberationDay => ("Bevrijdingsdag", "Liberation Day"),
            Self::IrisDay => ("het Irisfeest", "the Iris Festival"),
            Self::AscensionDay => ("Hemelvaartsdag", "Ascension Day"),
            Self::DayAfterAscension => ("de vrijdag na Hemelvaart", "the day after Ascension Day"),
            Self::WhitSunday => ("eerste pinksterdag", "Whit Sunday"),
            Self::WhitMonday => ("tweede pinksterdag", "Whit Monday"),
            Self::FlemishCommunityDay => {
                ("de feestdag van de Vlaamse Gemeenschap", "Flemish Community Day")
            }
            Self::BelgianNationalDay => ("de nationale feestdag", "Belgian National Day"),
            Self::AssumptionDay => ("Onze-Lieve-Vrouw-Hemelvaart", "Assumption Day"),
            Self::WalloniaDay => ("de feestdag van Wallonië", "Wallonia Day"),
            Self::FrenchCommunityDay => {
                ("de feestdag van de Franse Gemeenschap", "French Community Day")
            }
            Self::AllSaintsDay => ("Allerheiligen", "All Saints' Day"),
            Self::AllSoulsDay => ("Allerzielen", "All Souls' Day"),
            Self::ArmisticeDay => ("Wapenstilstand", "Armistice Day"),
            Self::GermanCommunityDay => {
                ("de feestdag van de Duitstalige Gemeenschap", "German-speaking Community Day")
            }
            Self::ChristmasEve => ("kerstavond", "Christmas Eve"),
            Self::ChristmasDay => ("eerste kerstdag", "Christmas Day"),
            Self::SecondChristmasDay => ("tweede kerstdag", "Boxing Day"),
            Self::NewYearsEve => ("oudejaarsdag", "New Year's Eve"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn no_two_days_are_called_the_same() {
        let names: BTreeSet<&str> =
            Holiday::ALL.iter().flat_map(|day| [day.dutch(), day.english()]).collect();
        assert_eq!(names.len(), 2 * Holiday::ALL.len());
    }
}
