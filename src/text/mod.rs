//! From typed bytes to tokens, each with its place in the text.
//!
//! [`tokens`] walks over a message once and allocates nothing. [`fold`] takes away what
//! people leave out when they type (case, accents), [`squeezed`] what they put in
//! ("sooooo").

mod class;
mod compound;
mod elongation;
mod emoji;
mod emoticon;
mod fold;
mod link;
mod number;
mod token;
mod tokens;
mod word;

#[cfg(test)]
mod tests;

pub(crate) use elongation::{is_elongated, squeezed};
pub(crate) use fold::fold;
pub(crate) use token::{Token, TokenKind};
pub(crate) use tokens::tokens;
