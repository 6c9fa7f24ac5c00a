//! What was chosen by measuring, in one place. MODEL_CARD.md says what else was tried.

/// How the model is trained.
#[derive(Clone, Debug)]
pub struct Settings {
    /// How often each example is seen.
    pub epochs: usize,
    /// How large the first steps are: of weights that lead straight to the answers, of those
    /// that lead to the hidden units, and of those from the hidden units to the answers.
    pub rate: f32,
    pub hidden_rate: f32,
    pub out_rate: f32,
    /// What is left of the steps at the end, as a share that is taken away.
    pub slowed: f32,
    /// How often a feature, and a hidden unit, is left out.
    pub drop: f32,
    pub hidden_drop: f32,
    /// How far apart the weights begin.
    pub first_rows: f32,
    pub first_out: f32,
    /// How much rare answers of a source gain, for each judgement: 0 nothing, 1 as much
    /// as all answers together.
    pub balance: [f32; 3],
    /// The same for messages of customers, whose balance is that of an inbox.
    pub balance_customers: f32,
    /// How often a feature must occur to get weights.
    pub least: u32,
    /// How many words keep their weights in the file together with those of their parts,
    /// and how many other features keep theirs.
    pub words: usize,
    pub rows: usize,
    /// The weight of an example: of messages of customers with all labels, of English
    /// messages labelled for the project, of Flemish ones, and of the written corpus.
    pub customers: f32,
    pub labelled: f32,
    pub flemish: f32,
    pub written: f32,
    /// What is left of the weight of Flemish tweets where it is not about sentiment: few
    /// are about an organisation.
    pub flemish_rest: f32,
    /// The weight of acts of speech.
    pub acts: f32,
    /// The weight of an answer to a question that is asked only to teach the hidden units.
    pub other_questions: f32,
}

impl Settings {
    /// The settings of the model that ships.
    pub const fn chosen() -> Self {
        Self {
            epochs: 4,
            rate: 0.025,
            hidden_rate: 0.05,
            out_rate: 0.05,
            slowed: 0.9,
            drop: 0.2,
            hidden_drop: 0.2,
            first_rows: 0.1,
            first_out: 0.3,
            balance: [1.0, 0.5, 0.6],
            balance_customers: 0.3,
            least: 2,
            words: 24_000,
            rows: 48_000,
            customers: 8.0,
            labelled: 2.0,
            flemish: 1.0,
            written: 2.5,
            flemish_rest: 0.25,
            acts: 0.1,
            other_questions: 0.3,
        }
    }
}

/// What each answer leans to in Dutch and in English, found on cross-validated answers of
/// all sets together: what is rare in an inbox is not what is rare in the sources.
pub const LEANS: [[f32; 12]; 2] = [
    [0.0, 0.25, 0.3, 0.0, 0.0, 0.3, 0.0, -0.3, 0.0, 0.0, 0.0, 0.0],
    [0.0, -0.25, -0.05, 0.0, -0.6, 0.0, 0.6, 0.0, 0.0, 0.0, 0.0, 0.0],
];
