//! Takes the sending out of the generated operations: they only put requests together.
//!
//! progenitor decodes a `reqwest::Response`. The engine has read the answer by then, and would have
//! to wrap it up again, which costs time in every call, and which reqwest cannot do in a browser.

use heck::ToShoutySnakeCase;
use quote::{ToTokens, format_ident};
use syn::visit_mut::{self, VisitMut};
use syn::{
    Expr, GenericArgument, Ident, ImplItem, ImplItemFn, Item, Lit, Local, PathArguments,
    ReturnType, Stmt, Type, parse_quote,
};

use crate::generate::GenerateError;

const MEND: &str = "leaving the sending of requests to the engine";

/// Splits each `send` into `into_request`, which does no input or output, and the engine's call.
pub(super) fn leave_it_to_the_engine(file: &mut syn::File) -> Result<(), GenerateError> {
    let not_applied = || GenerateError::MendNotApplied(MEND);
    let builders = file.items.iter_mut().find_map(|item| match item {
        Item::Mod(module) if module.ident == "builder" => module.content.as_mut(),
        _ => None,
    });
    let (_, items) = builders.ok_or_else(not_applied)?;
    let mut split = 0;
    for item in items {
        let Item::Impl(block) = item else { continue };
        let is_send = |item: &ImplItem| matches!(item, ImplItem::Fn(function) if function.sig.ident == "send");
        let Some(index) = block.items.iter().position(is_send) else { continue };
        let ImplItem::Fn(send) = &mut block.items[index] else { continue };
        let request = split_send(send).ok_or_else(not_applied)?;
        block.items.insert(index, ImplItem::Fn(request));
        split += 1;
    }
    if split == 0 { Err(not_applied()) } else { Ok(()) }
}

/// Removes the demand for hooks, which nothing calls any more. Without the engine's call the code
/// does not compile either.
pub(super) fn drop_hooks(file: &mut syn::File) -> Result<(), GenerateError> {
    let before = file.items.len();
    file.items.retain(|item| {
        let is_demand = |item: &Item| {
            matches!(item, Item::Const(_))
                && item.to_token_stream().to_string().contains("assert_client_hooks")
        };
        !is_demand(item)
    });
    if file.items.len() == before {
        return Err(GenerateError::MendNotApplied("dropping the demand for hooks"));
    }
    Ok(())
}

/// Makes `send` call the engine, and returns what is left of it; `None` if it has another shape.
fn split_send(send: &mut ImplItemFn) -> Option<ImplItemFn> {
    let error = error_type(&send.sig.output)?;
    let mut statements = std::mem::take(&mut send.block.stmts);
    let is_info = |statement: &Stmt| local(statement).is_some_and(|(name, _)| name == "info");
    let info = statements.iter().position(is_info)?;
    let operation = first_text(&statements[info])?;
    statements.truncate(info);
    let Some(Stmt::Local(Local { init: Some(request), .. })) = statements.pop() else {
        return None;
    };
    let mut request = *request.expr;
    drop_version_header(&mut statements, &mut request);
    let constant = format_ident!("{}", operation.to_shouty_snake_case());
    send.block = parse_quote!({
        let client = self.client;
        client.call(&super::#constant, self.into_request()?).await
    });
    Some(parse_quote! {
        /// Puts the request together. The engine gives it the headers that all requests have.
        pub(crate) fn into_request(self) -> Result<::reqwest::Request, #error> {
            #(#statements)*
            Ok(#request)
        }
    })
}

/// Leaves out the header `api-version`, which this API does not know, and the map of headers where
/// there is no other in it.
fn drop_version_header(statements: &mut Vec<Stmt>, request: &mut Expr) {
    statements.retain(|statement| {
        !matches!(statement, Stmt::Expr(..))
            || !statement.to_token_stream().to_string().contains("\"api-version\"")
    });
    let is_map = |statement: &Stmt| local(statement).is_some_and(|(name, _)| name == "header_map");
    let uses = statements
        .iter()
        .filter(|statement| statement.to_token_stream().to_string().contains("header_map"));
    if uses.count() == 1 {
        statements.retain(|statement| !is_map(statement));
        DropHeaderMap.visit_expr_mut(request);
    }
}

struct DropHeaderMap;

impl VisitMut for DropHeaderMap {
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        visit_mut::visit_expr_mut(self, expr);
        if let Expr::MethodCall(call) = expr
            && call.method == "headers"
            && call.args.to_token_stream().to_string() == "header_map"
        {
            *expr = (*call.receiver).clone();
        }
    }
}

/// The name and the value that a `let` gives.
fn local(statement: &Stmt) -> Option<(&Ident, &Expr)> {
    let Stmt::Local(Local { pat, init: Some(init), .. }) = statement else { return None };
    match pat {
        syn::Pat::Ident(name) => Some((&name.ident, &init.expr)),
        _ => None,
    }
}

/// The id of the operation in `let info = OperationInfo { operation_id: "…" }`.
fn first_text(statement: &Stmt) -> Option<String> {
    let (_, Expr::Struct(info)) = local(statement)? else { return None };
    match &info.fields.first()?.expr {
        Expr::Lit(literal) => match &literal.lit {
            Lit::Str(text) => Some(text.value()),
            _ => None,
        },
        _ => None,
    }
}

/// The `E` of `-> Result<T, E>`.
fn error_type(output: &ReturnType) -> Option<Type> {
    let ReturnType::Type(_, output) = output else { return None };
    let Type::Path(result) = output.as_ref() else { return None };
    match &result.path.segments.last()?.arguments {
        PathArguments::AngleBracketed(types) => match types.args.last()? {
            GenericArgument::Type(error) => Some(error.clone()),
            _ => None,
        },
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use quote::quote;

    use super::*;

    fn file() -> syn::File {
        parse_quote! {
            const _: () = { fn assert_client_hooks() {} };
            mod builder {
                impl<'a> DropThing<'a> {
                    pub async fn send(self) -> Result<ResponseValue<Thing>, Error<Body>> {
                        let Self { client, id } = self;
                        let mut header_map = HeaderMap::with_capacity(1usize);
                        header_map.append("api-version", "1");
                        #[allow(unused_mut)]
                        let mut request = client.client.delete(id).headers(header_map).build()?;
                        let info = OperationInfo { operation_id: "drop_thing" };
                        let result = client.exec(request, &info).await;
                        decode(result)
                    }
                }
            }
        }
    }

    #[test]
    fn an_operation_builds_its_request_and_leaves_the_rest_to_the_engine() {
        let mut mended = file();
        leave_it_to_the_engine(&mut mended).unwrap();
        drop_hooks(&mut mended).unwrap();
        let expected: syn::File = parse_quote! {
            mod builder {
                impl<'a> DropThing<'a> {
                    /// Puts the request together. The engine gives it the headers that all requests have.
                    pub(crate) fn into_request(self) -> Result<::reqwest::Request, Error<Body>> {
                        let Self { client, id } = self;
                        Ok(client.client.delete(id).build()?)
                    }
                    pub async fn send(self) -> Result<ResponseValue<Thing>, Error<Body>> {
                        let client = self.client;
                        client.call(&super::DROP_THING, self.into_request()?).await
                    }
                }
            }
        };
        assert_eq!(quote!(#mended).to_string(), quote!(#expected).to_string());
    }

    #[test]
    fn code_of_another_shape_is_not_passed_over() {
        let mut mended = file();
        leave_it_to_the_engine(&mut mended).unwrap();
        drop_hooks(&mut mended).unwrap();
        assert!(leave_it_to_the_engine(&mut mended).is_err());
        assert!(drop_hooks(&mut mended).is_err());
    }
}
