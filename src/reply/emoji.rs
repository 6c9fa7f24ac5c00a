//! Emoji sequences, as X counts them: one, however many characters.
//!
//! The grammar is that of [UTS #51](https://www.unicode.org/reports/tr51/), with the parts
//! that take a variation selector as twemoji-parser has them. A sequence that is well
//! formed but that no platform draws as one picture is counted as one too.

const TEXT_STYLE: char = '\u{fe0e}';
const EMOJI_STYLE: char = '\u{fe0f}';
const JOINER: char = '\u{200d}';
const KEYCAP: char = '\u{20e3}';
const BLACK_FLAG: char = '\u{1f3f4}';
const TAGS: std::ops::RangeInclusive<char> = '\u{e0020}'..='\u{e007e}';
/// No picture is made of more: the largest families and couples have four.
const MOST_JOINED: usize = 4;
const LAST_TAG: char = '\u{e007f}';

/// How many characters of `text` the emoji sequence at its start takes; 0 for none.
pub(super) fn sequence(text: &[char]) -> usize {
    let at = |index: usize| text.get(index).copied();
    let Some(first) = at(0) else { return 0 };
    if matches!(first, '0'..='9' | '#' | '*') {
        let styled = usize::from(at(1) == Some(EMOJI_STYLE));
        return if at(1 + styled) == Some(KEYCAP) { styled + 2 } else { 0 };
    }
    if is_regional(first) {
        return if at(1).is_some_and(is_regional) { 2 } else { 1 };
    }
    if first == BLACK_FLAG {
        let tags = text.iter().skip(1).take_while(|c| TAGS.contains(*c)).count();
        if tags > 0 && at(1 + tags) == Some(LAST_TAG) {
            return tags + 2;
        }
    }
    let (mut taken, mut joinable) = element(text);
    for _ in 1..MOST_JOINED {
        if taken == 0 || !joinable || at(taken) != Some(JOINER) {
            break;
        }
        let (next, next_joinable) = element(text.get(taken + 1..).unwrap_or_default());
        let bare_bubble = at(taken + 1) == Some('\u{1f5e8}') && next == 1;
        if next == 0 || !(next_joinable || bare_bubble) {
            break;
        }
        taken += 1 + next;
        joinable = next_joinable;
    }
    taken
}

/// The emoji at the start of `text` with what modifies it, and whether it may be joined to
/// another: one that may be text too must say that it is not.
fn element(text: &[char]) -> (usize, bool) {
    let Some(&base) = text.first() else { return (0, false) };
    let next = text.get(1).copied();
    let styled = takes_style(base);
    if matches!(base, '\u{a9}' | '\u{ae}' | '\u{2122}' | '\u{265f}') {
        return if next == Some(EMOJI_STYLE) { (2, true) } else { (0, false) };
    }
    if !is_emoji(base) || (styled && next == Some(TEXT_STYLE)) {
        return (0, false);
    }
    let style = usize::from(styled && next == Some(EMOJI_STYLE));
    let tone = text.get(1 + style).copied();
    let toned = usize::from(takes_tone(base) && tone.is_some_and(is_tone));
    let joinable = !styled || style + toned > 0 || base == '\u{1f441}';
    (1 + style + toned, joinable)
}

const fn is_regional(c: char) -> bool {
    matches!(c, '\u{1f1e6}'..='\u{1f1ff}')
}

const fn is_tone(c: char) -> bool {
    matches!(c, '\u{1f3fb}'..='\u{1f3ff}')
}

/// Whether `c` is an emoji by itself. Beyond the basic plane nothing hangs on the answer:
/// every character there weighs as much as an emoji.
const fn is_emoji(c: char) -> bool {
    takes_style(c)
        || matches!(c,
            '\u{23e9}'..='\u{23ec}' | '\u{23f0}' | '\u{23f3}' | '\u{267e}' | '\u{26ce}'
            | '\u{2705}' | '\u{270a}' | '\u{270b}' | '\u{2728}' | '\u{274c}' | '\u{274e}'
            | '\u{2753}'..='\u{2755}' | '\u{2795}'..='\u{2797}' | '\u{27b0}' | '\u{27bf}'
            | '\u{1f000}'..='\u{1faff}')
}

/// Whether U+FE0F after `c` belongs to it: what is text or emoji as one says.
const fn takes_style(c: char) -> bool {
    matches!(c,
        '\u{a9}' | '\u{ae}' | '\u{203c}' | '\u{2049}' | '\u{2122}' | '\u{2139}'
        | '\u{2194}'..='\u{2199}' | '\u{21a9}' | '\u{21aa}' | '\u{231a}' | '\u{231b}'
        | '\u{2328}' | '\u{23cf}' | '\u{23ed}'..='\u{23ef}' | '\u{23f1}' | '\u{23f2}'
        | '\u{23f8}'..='\u{23fa}' | '\u{24c2}' | '\u{25aa}' | '\u{25ab}' | '\u{25b6}'
        | '\u{25c0}' | '\u{25fb}'..='\u{25fe}' | '\u{2600}'..='\u{2604}' | '\u{260e}'
        | '\u{2611}' | '\u{2614}' | '\u{2615}' | '\u{2618}' | '\u{261d}' | '\u{2620}'
        | '\u{2622}' | '\u{2623}' | '\u{2626}' | '\u{262a}' | '\u{262e}' | '\u{262f}'
        | '\u{2638}'..='\u{263a}' | '\u{2640}' | '\u{2642}' | '\u{2648}'..='\u{2653}'
        | '\u{265f}' | '\u{2660}' | '\u{2663}' | '\u{2665}' | '\u{2666}' | '\u{2668}'
        | '\u{267b}' | '\u{267f}' | '\u{2692}'..='\u{2697}' | '\u{2699}' | '\u{269b}'
        | '\u{269c}' | '\u{26a0}' | '\u{26a1}' | '\u{26a7}' | '\u{26aa}' | '\u{26ab}'
        | '\u{26b0}' | '\u{26b1}' | '\u{26bd}' | '\u{26be}' | '\u{26c4}' | '\u{26c5}'
        | '\u{26c8}' | '\u{26cf}' | '\u{26d1}' | '\u{26d3}' | '\u{26d4}' | '\u{26e9}'
        | '\u{26ea}' | '\u{26f0}'..='\u{26f5}' | '\u{26f7}'..='\u{26fa}' | '\u{26fd}'
        | '\u{2702}' | '\u{2708}' | '\u{2709}' | '\u{270c}' | '\u{270d}' | '\u{270f}'
        | '\u{2712}' | '\u{2714}' | '\u{2716}' | '\u{271d}' | '\u{2721}' | '\u{2733}'
        | '\u{2734}' | '\u{2744}' | '\u{2747}' | '\u{2757}' | '\u{2763}' | '\u{2764}'
        | '\u{27a1}' | '\u{2934}' | '\u{2935}' | '\u{2b05}'..='\u{2b07}' | '\u{2b1b}'
        | '\u{2b1c}' | '\u{2b50}' | '\u{2b55}' | '\u{3030}' | '\u{303d}' | '\u{3297}'
        | '\u{3299}' | '\u{1f004}' | '\u{1f170}' | '\u{1f171}' | '\u{1f17e}' | '\u{1f17f}'
        | '\u{1f202}' | '\u{1f21a}' | '\u{1f22f}' | '\u{1f237}' | '\u{1f321}'
        | '\u{1f324}'..='\u{1f32c}' | '\u{1f336}' | '\u{1f37d}' | '\u{1f396}' | '\u{1f397}'
        | '\u{1f399}'..='\u{1f39b}' | '\u{1f39e}' | '\u{1f39f}' | '\u{1f3cb}'..='\u{1f3ce}'
        | '\u{1f3d4}'..='\u{1f3df}' | '\u{1f3f3}' | '\u{1f3f5}' | '\u{1f3f7}' | '\u{1f43f}'
        | '\u{1f441}' | '\u{1f4fd}' | '\u{1f549}' | '\u{1f54a}' | '\u{1f56f}' | '\u{1f570}'
        | '\u{1f573}'..='\u{1f579}' | '\u{1f587}' | '\u{1f58a}'..='\u{1f58d}' | '\u{1f590}'
        | '\u{1f5a5}' | '\u{1f5a8}' | '\u{1f5b1}' | '\u{1f5b2}' | '\u{1f5bc}'
        | '\u{1f5c2}'..='\u{1f5c4}' | '\u{1f5d1}'..='\u{1f5d3}' | '\u{1f5dc}'..='\u{1f5de}'
        | '\u{1f5e1}' | '\u{1f5e3}' | '\u{1f5e8}' | '\u{1f5ef}' | '\u{1f5f3}' | '\u{1f5fa}'
        | '\u{1f6cb}' | '\u{1f6cd}'..='\u{1f6cf}' | '\u{1f6e0}'..='\u{1f6e5}' | '\u{1f6e9}'
        | '\u{1f6f0}' | '\u{1f6f3}')
}

/// Whether `c` takes a skin tone: the property `Emoji_Modifier_Base` of Unicode 16.
const fn takes_tone(c: char) -> bool {
    matches!(c,
        '\u{261d}' | '\u{26f9}' | '\u{270a}'..='\u{270d}' | '\u{1f385}'
        | '\u{1f3c2}'..='\u{1f3c4}' | '\u{1f3c7}' | '\u{1f3ca}'..='\u{1f3cc}'
        | '\u{1f442}' | '\u{1f443}' | '\u{1f446}'..='\u{1f450}' | '\u{1f466}'..='\u{1f478}'
        | '\u{1f47c}' | '\u{1f481}'..='\u{1f483}' | '\u{1f485}'..='\u{1f487}' | '\u{1f48f}'
        | '\u{1f491}' | '\u{1f4aa}' | '\u{1f574}' | '\u{1f575}' | '\u{1f57a}' | '\u{1f590}'
        | '\u{1f595}' | '\u{1f596}' | '\u{1f645}'..='\u{1f647}' | '\u{1f64b}'..='\u{1f64f}'
        | '\u{1f6a3}' | '\u{1f6b4}'..='\u{1f6b6}' | '\u{1f6c0}' | '\u{1f6cc}' | '\u{1f90c}'
        | '\u{1f90f}' | '\u{1f918}'..='\u{1f91f}' | '\u{1f926}' | '\u{1f930}'..='\u{1f939}'
        | '\u{1f93c}'..='\u{1f93e}' | '\u{1f977}' | '\u{1f9b5}' | '\u{1f9b6}' | '\u{1f9b8}'
        | '\u{1f9b9}' | '\u{1f9bb}' | '\u{1f9cd}'..='\u{1f9cf}' | '\u{1f9d1}'..='\u{1f9dd}'
        | '\u{1fac3}'..='\u{1fac5}' | '\u{1faf0}'..='\u{1faf8}')
}

#[cfg(test)]
mod tests {
    use super::sequence;

    #[test]
    fn sequences_are_taken_whole() {
        for (text, length) in [
            ("", 0),
            ("a", 0),
            ("7", 0),
            ("7\u{20e3}", 2),
            ("7\u{fe0f}\u{20e3}", 3),
            ("©", 0),
            ("©\u{fe0f}", 2),
            ("☺", 1),
            ("☺\u{fe0f}", 2),
            ("☺\u{fe0e}", 0),
            ("😀\u{fe0f}", 1),
            ("🇳🇱🇧🇪", 2),
            ("🇳", 1),
            ("👍🏽", 2),
            ("🐱🏽", 1),
            ("👨‍👩‍👧‍👦", 7),
            ("🤷🏽‍♀️", 5),
            ("🤷‍♀", 1),
            ("🏳️‍🌈", 4),
            ("🏳‍🌈", 1),
            ("👁‍🗨", 3),
            ("❤️‍🔥", 4),
            ("👍\u{200d}", 1),
            ("👩‍👩‍👩‍👩‍👩", 7),
            ("🏴\u{e0067}\u{e0062}\u{e007f}", 4),
            ("🏴\u{e0067}\u{e0062}", 1),
        ] {
            let chars: Vec<char> = text.chars().collect();
            assert_eq!(sequence(&chars), length, "{text:?}");
        }
    }
}
