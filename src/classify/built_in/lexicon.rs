//! The words and phrases of a language, compiled for looking up.

use super::cue::Cue;
use super::reading::Unit;
use super::rows::{Row, Step, phrases, rows, steps, words};
use super::vocabulary::{Symbol, Vocabulary, Word};
use super::weights::NEGATED_PRAISE;

/// A place in the tree of patterns.
type Node = usize;

/// What was found: a cue, and the first and last of the units that gave it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Hit {
    pub(super) first: usize,
    pub(super) last: usize,
    pub(super) cue: Cue,
    pub(super) weight: f32,
}

/// The words and phrases of a language: a tree of patterns over the symbols of its words.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    vocabulary: Vocabulary,
    roots: Vec<Option<Node>>,
    nodes: Vec<Branch>,
}

#[derive(Debug, Default)]
struct Branch {
    edges: Vec<(Symbol, Node)>,
    /// Where to go on after leaving out up to so many units.
    gaps: Vec<(u8, Node)>,
    cues: Vec<(Cue, f32)>,
}

impl Lexicon {
    /// Compiles files; of a pattern that occurs twice with the same cue the last counts.
    /// Rows that can't be read are left out (a test reads all files and allows none).
    pub(super) fn compile(files: &[&'static str]) -> Self {
        let mut lexicon = Self::default();
        for file in files {
            for (_, row) in rows(file) {
                if let Ok(row) = row {
                    lexicon.insert(&row);
                }
            }
        }
        lexicon.vocabulary.finish();
        lexicon
    }

    fn insert(&mut self, row: &Row<'static>) {
        for phrase in phrases(row.pattern) {
            let steps: Vec<Step<'static>> = steps(phrase).collect();
            self.grow(None, &steps, row);
        }
    }

    /// Adds the steps of a phrase below `at`, and at their end what the row tells.
    fn grow(&mut self, at: Option<Node>, steps: &[Step<'static>], row: &Row<'static>) {
        match (steps.split_first(), at) {
            (None | Some((Step::Gap(_), _)), None) => {}
            (None, Some(node)) => {
                if let Some(branch) = self.nodes.get_mut(node) {
                    branch.cues.retain(|(cue, _)| *cue != row.cue);
                    branch.cues.push((row.cue, row.weight));
                }
            }
            (Some((Step::Gap(width), rest)), Some(node)) => {
                let beyond = self.gap(node, *width);
                self.grow(Some(beyond), rest, row);
            }
            (Some((Step::Words(choice), rest)), at) => {
                if choice.split('|').all(|option| words(option).count() == 1) {
                    let next = self.next(at, choice);
                    self.grow(Some(next), rest, row);
                    return;
                }
                for option in choice.split('|') {
                    let next = words(option).fold(at, |at, word| Some(self.next(at, word)));
                    self.grow(next, rest, row);
                }
            }
        }
    }

    fn next(&mut self, at: Option<Node>, choice: &'static str) -> Node {
        let symbol = self.vocabulary.symbol(choice);
        match at {
            Some(node) => self.child(node, symbol),
            None => self.root(symbol),
        }
    }

    fn root(&mut self, symbol: Symbol) -> Node {
        let index = usize::from(symbol);
        if self.roots.len() <= index {
            self.roots.resize(index + 1, None);
        }
        if let Some(node) = self.roots.get(index).copied().flatten() {
            return node;
        }
        let node = self.add();
        if let Some(root) = self.roots.get_mut(index) {
            *root = Some(node);
        }
        node
    }

    fn child(&mut self, node: Node, symbol: Symbol) -> Node {
        let new = self.nodes.len();
        let Some(branch) = self.nodes.get_mut(node) else { return node };
        match branch.edges.binary_search_by_key(&symbol, |edge| edge.0) {
            Ok(at) => branch.edges.get(at).map_or(node, |edge| edge.1),
            Err(at) => {
                branch.edges.insert(at, (symbol, new));
                self.add()
            }
        }
    }

    fn gap(&mut self, node: Node, width: u8) -> Node {
        let found = self
            .nodes
            .get(node)
            .and_then(|branch| branch.gaps.iter().find(|gap| gap.0 == width))
            .map(|gap| gap.1);
        found.unwrap_or_else(|| {
            let new = self.add();
            if let Some(branch) = self.nodes.get_mut(node) {
                branch.gaps.push((width, new));
            }
            new
        })
    }

    fn add(&mut self) -> Node {
        self.nodes.push(Branch::default());
        self.nodes.len() - 1
    }

    /// The words this lexicon knows.
    pub(super) const fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// Every pattern that stands in `units`, in the order of where it begins. A pattern
    /// never runs over the end of a sentence. Of what begins at one unit and tells the same
    /// cue, the longest counts. Praise with a negation in one of its gaps ("werkt niet
    /// goed") is blame.
    pub(super) fn hits(&self, units: &[Unit]) -> Vec<Hit> {
        let mut hits: Vec<Hit> = Vec::with_capacity(16);
        for (first, unit) in units.iter().enumerate() {
            let begin = hits.len();
            for symbol in self.vocabulary.symbols(unit.word) {
                if let Some(Some(node)) = self.roots.get(usize::from(*symbol)) {
                    let trail = Trail { first, last: first, turned: false };
                    self.walk(units, trail, *node, begin, &mut hits);
                }
            }
        }
        hits
    }

    fn walk(&self, units: &[Unit], trail: Trail, node: Node, begin: usize, hits: &mut Vec<Hit>) {
        let Some(branch) = self.nodes.get(node) else { return };
        for &(cue, weight) in &branch.cues {
            let turns = trail.turned && cue == Cue::Valence && weight > 0.0;
            let weight = if turns { weight * NEGATED_PRAISE } else { weight };
            let hit = Hit { first: trail.first, last: trail.last, cue, weight };
            let same = hits.iter_mut().skip(begin).find(|known| known.cue == cue);
            match same {
                Some(known) if known.last < trail.last => *known = hit,
                Some(_) => {}
                None => hits.push(hit),
            }
        }
        self.step(units, trail, trail.last + 1, branch, begin, hits);
        for &(width, after) in &branch.gaps {
            let Some(beyond) = self.nodes.get(after) else { continue };
            let mut trail = trail;
            for skip in 0..=usize::from(width) {
                let next = trail.last + 1 + skip;
                self.step(units, trail, next, beyond, begin, hits);
                trail.turned |= units.get(next).is_some_and(|unit| self.negates(unit.word));
            }
        }
    }

    /// Goes on with the unit `next`.
    fn step(
        &self,
        units: &[Unit],
        trail: Trail,
        next: usize,
        branch: &Branch,
        begin: usize,
        hits: &mut Vec<Hit>,
    ) {
        if branch.edges.is_empty() {
            return;
        }
        let (Some(from), Some(unit)) = (units.get(trail.last), units.get(next)) else { return };
        if from.sentence != unit.sentence {
            return;
        }
        for symbol in self.vocabulary.symbols(unit.word) {
            if let Ok(edge) = branch.edges.binary_search_by_key(symbol, |edge| edge.0)
                && let Some((_, node)) = branch.edges.get(edge)
            {
                self.walk(units, Trail { last: next, ..trail }, *node, begin, hits);
            }
        }
    }

    /// Whether a word alone is a negation.
    pub(super) fn negates(&self, word: Word) -> bool {
        self.tells(word, Cue::Not)
    }

    /// Whether a word alone turns: "but".
    pub(super) fn turns(&self, word: Word) -> bool {
        self.tells(word, Cue::But)
    }

    fn tells(&self, word: Word, wanted: Cue) -> bool {
        let roots = self.vocabulary.symbols(word).iter();
        roots
            .filter_map(|symbol| self.nodes.get((*self.roots.get(usize::from(*symbol))?)?))
            .any(|branch| branch.cues.iter().any(|(cue, _)| *cue == wanted))
    }
}

/// How far a walk through the tree has come.
#[derive(Clone, Copy, Debug)]
struct Trail {
    first: usize,
    last: usize,
    /// Whether a negation stood in one of the gaps.
    turned: bool,
}
