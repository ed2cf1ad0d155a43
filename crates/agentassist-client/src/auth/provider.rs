//! The seam: whatever can give a token.

use std::error::Error;
use std::fmt;
use std::future::{Future, ready};

use crate::platform::{BoxFuture, MaybeSend};
use crate::token::Token;

/// Gives the token for each attempt of a call.
///
/// A [`JwtApp`](crate::JwtApp) signs them, a [`Token`] is always the same one, and [`token_fn`]
/// makes a provider of an asynchronous closure.
pub trait TokenProvider: Send + Sync {
    /// Returns the token for one attempt.
    ///
    /// # Errors
    ///
    /// Ends the call: nothing is sent. What the error says must not hold a secret.
    fn token(&self, request: TokenRequest) -> TokenFuture<'_>;
}

/// What [`TokenProvider::token`] returns.
pub type TokenFuture<'a> = BoxFuture<'a, Result<Token, TokenError>>;

/// For which attempt a token is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct TokenRequest {
    /// Number of the attempt within its call, from 1.
    pub attempt: u32,
    /// Whether the API refused the token of the attempt before: a kept one has to be renewed.
    ///
    /// When the same token is given again, the call ends with the refusal.
    pub refused: bool,
}

/// Why a provider has no token.
#[derive(Debug, thiserror::Error)]
#[error("the token provider failed")]
pub struct TokenError(#[source] Box<dyn Error + Send + Sync>);

impl TokenError {
    /// Keeps the reason.
    pub fn new(reason: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self(reason.into())
    }
}

impl TokenProvider for Token {
    fn token(&self, _: TokenRequest) -> TokenFuture<'_> {
        Box::pin(ready(Ok(self.clone())))
    }
}

/// Makes a provider of a closure, which is called before each attempt.
///
/// ```
/// use agentassist_client::{TokenError, token_fn};
///
/// let provider = token_fn(|_| async {
///     let text = std::fs::read_to_string("/run/secrets/agentassist").map_err(TokenError::new)?;
///     Ok(text.into())
/// });
/// # drop(provider);
/// ```
pub fn token_fn<F, Fut>(provide: F) -> TokenFn<F>
where
    F: Fn(TokenRequest) -> Fut + Send + Sync,
    Fut: Future<Output = Result<Token, TokenError>> + MaybeSend + 'static,
{
    TokenFn(provide)
}

/// A closure as a provider; [`token_fn`] makes it.
#[derive(Clone, Copy)]
pub struct TokenFn<F>(F);

impl<F, Fut> TokenProvider for TokenFn<F>
where
    F: Fn(TokenRequest) -> Fut + Send + Sync,
    Fut: Future<Output = Result<Token, TokenError>> + MaybeSend + 'static,
{
    fn token(&self, request: TokenRequest) -> TokenFuture<'_> {
        Box::pin((self.0)(request))
    }
}

impl<F> fmt::Debug for TokenFn<F> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("TokenFn")
    }
}
