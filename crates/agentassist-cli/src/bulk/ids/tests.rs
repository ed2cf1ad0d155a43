use super::*;

fn parse(text: &str) -> Result<Vec<Entry>, String> {
    let mut entries = Vec::new();
    form::read(text.as_bytes(), &mut entries).map_err(|why| why.to_string())?;
    Ok(entries)
}

fn parsed(text: &str) -> Vec<(String, Option<String>)> {
    let entries = parse(text).unwrap().into_iter();
    entries.map(|entry| (entry.id.to_string(), entry.name)).collect()
}

#[test]
fn ids_are_read_in_every_form_that_list_writes() {
    let named = vec![("1".to_owned(), Some("Ada, Lady".to_owned())), ("2".to_owned(), None)];
    for text in [
        "{\"id\":\"1\",\"fullName\":\"Ada, Lady\"}\n{\"id\":\"2\"}\n",
        "[{\"id\":\"1\",\"fullName\":\"Ada, Lady\"}, \"2\"]",
        "id,fullName\n1,\"Ada, Lady\"\n2,\n",
        "fullName,id\n\"Ada, Lady\",1\n,2\n",
        "- id: \"1\"\n  fullName: \"Ada, Lady\"\n- id: \"2\"\n",
        "---\n# two\n  - address: [{id: 7}]\n    id: '1'\n    fullName: Ada, Lady\n  - \"2\"\n",
    ] {
        assert_eq!(parsed(text), named, "{text}");
    }
    let bare = vec![("1".to_owned(), None), ("2".to_owned(), None)];
    for text in
        ["# old, ones\n1 # Ada; or so\n\n2\n", "id\n1\n2\n", "\"1\" \"2\"", "\"1\"\n\"2\"\n"]
    {
        assert_eq!(parsed(text), bare, "{text}");
    }
    for text in ["", "\n", "# nobody\n", "id\n", "[]"] {
        assert_eq!(parsed(text), [], "{text:?}");
    }
}

#[test]
fn tables_of_spreadsheets_and_shells_are_understood() {
    let named = vec![("1".to_owned(), Some("Ada".to_owned())), ("2".to_owned(), None)];
    for text in [
        "\"id\",\"fullName\"\r\n\"1\",\"Ada\"\r\n\"2\",\"\"\r\n",
        "#TYPE Selected\r\n\"id\",\"fullName\"\r\n\"1\",\"Ada\"\r\n\"2\",\"\"\r\n",
        "id;fullName\r\n1;Ada\r\n2;\r\n",
        "fullName\tid\nAda\t1\n\t2\n",
        "ID,FullName\n1,Ada\n2,\n",
        "Id, fullname\n1,Ada\n2,\n",
        "ID,id,fullName\n7,1,Ada\n8,2,\n",
    ] {
        assert_eq!(parsed(text), named, "{text}");
    }
}

#[test]
fn a_table_without_a_column_of_ids_is_no_list_of_ids() {
    const PROBLEM: &str = "this looks like CSV: the header must have a column `id`";
    for text in ["\"contact\",\"fullName\"\n\"1\",\"Ada\"\n", "\"1\";\"Ada\"\n"] {
        assert_eq!(parse(text).unwrap_err(), PROBLEM);
    }
    for text in ["1,Ada\n2,\n", "contact;fullName\n1;Ada\n", "1\tAda\n", "1\"\n"] {
        assert_eq!(parse(text).unwrap_err(), format!("line 1: {PROBLEM}"));
    }
    assert_eq!(parse("1\n2,\n").unwrap_err(), format!("line 2: {PROBLEM}"));
}

#[test]
fn what_is_no_id_is_named_by_its_place() {
    for (text, problem) in [
        ("1\nbulk-delete\n", "line 2: that cannot be the id of a contact"),
        (
            "1\nAda Lovelace\n",
            "line 2 is more than an id: give one id on each line, or NDJSON, JSON, CSV or YAML",
        ),
        ("{\"id\":\"1\"}\n{\"name\":\"2\"}", "contact 2 has no `id`"),
        ("{\"id\":\"1\"}\n{", "not JSON from line 2 on"),
        ("id,fullName\n,x\n", "row 1 has no `id`"),
        ("[7]", "contact 1 has no `id`"),
        ("[[\"1\", \"2\"]]", "contact 1 has no `id`"),
        ("{\"id\": 1}", "contact 1 has no `id`"),
        ("- id: \"1\"\n- name: x\n", "contact 2 has no `id`"),
        ("- id: a/b\n", "contact 1: that cannot be the id of a contact"),
        ("- id: \"1\n", "contact 1 is not a mapping in YAML, or an id"),
    ] {
        assert_eq!(parse(text).unwrap_err(), problem, "{text}");
    }
}

#[test]
fn an_id_is_taken_once_and_the_first_time() {
    let mut entries = parse("2\n1\n2\n").unwrap();
    keep_the_first(&mut entries);
    assert_eq!(entries.iter().map(|entry| entry.id.as_str()).collect::<Vec<_>>(), ["2", "1"]);
}
