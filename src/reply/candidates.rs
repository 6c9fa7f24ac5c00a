//! The signs that a name may get.

use super::PersonName;
use super::name::plain_letters;

/// Signs for a name, the likeliest first: initials, then with the particle between, then
/// with more letters of the surname, then of the first name.
pub(super) fn candidates(name: &PersonName) -> Vec<String> {
    const MOST_LETTERS: usize = 4;
    let initials = name.initials().to_owned();
    let mut all = vec![initials.clone()];
    let Some(surname) = name.surname() else {
        let letters: Vec<char> = plain_letters(name.first_name()).collect();
        all.extend((3..=letters.len().min(MOST_LETTERS)).map(|n| capitalised(&letters, n)));
        return all;
    };
    let family: Vec<char> = plain_letters(surname).collect();
    let given: Vec<char> = plain_letters(name.first_name()).collect();
    let family_initial = if initials.ends_with("IJ") && surname.len() > 1 { "IJ" } else { "" };
    let own = if family_initial.is_empty() { 1 } else { 2 };
    let before: String =
        initials.chars().take(initials.chars().count().saturating_sub(own)).collect();
    if let Some(particle) = name.particle() {
        let small = particle.split_whitespace().filter_map(|word| plain_letters(word).next());
        let small: String = small.flat_map(char::to_lowercase).collect();
        let last: String = initials.chars().skip(before.chars().count()).collect();
        all.push(format!("{before}{small}{last}"));
    }
    for letters in own + 1..=family.len().min(MOST_LETTERS) {
        all.push(format!("{before}{}", capitalised(&family, letters)));
    }
    let last: String = initials.chars().skip(before.chars().count()).collect();
    for letters in 2..=given.len().min(MOST_LETTERS) {
        all.push(format!("{}{last}", capitalised(&given, letters)));
    }
    all
}

/// The first `count` letters, the first of them a capital.
fn capitalised(letters: &[char], count: usize) -> String {
    let lower = |c: &char| c.to_lowercase().collect::<String>();
    let mut word: String = letters.iter().take(1).collect();
    word.extend(letters.iter().take(count).skip(1).map(lower));
    word
}
