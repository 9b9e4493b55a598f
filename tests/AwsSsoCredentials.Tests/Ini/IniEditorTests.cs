using System.Text;
using AwsSsoCredentials.Ini;

namespace AwsSsoCredentials.Tests.Ini;

public sealed class IniEditorTests
{
    [Theory]
    [InlineData("", "[a]\nk = new\nl = 2\n")]
    [InlineData("[b]\nx = 1", "[b]\nx = 1\n\n[a]\nk = new\nl = 2\n")]
    [InlineData("[b]\r\nx = 1\r\n", "[b]\r\nx = 1\r\n\r\n[a]\r\nk = new\r\nl = 2\r\n")]
    [InlineData("[b]\n\n", "[b]\n\n[a]\nk = new\nl = 2\n")]
    [InlineData("[b]\rx = 1\r", "[b]\rx = 1\r\r[a]\rk = new\rl = 2\r")]
    [InlineData("\n[b]\r", "\n[b]\r\r\n[a]\nk = new\nl = 2\n")]
    [InlineData("# only a comment", "# only a comment\n\n[a]\nk = new\nl = 2\n")]
    [InlineData("\uFEFF[b]\n", "\uFEFF[b]\n\n[a]\nk = new\nl = 2\n")]
    public void A_new_section_follows_a_blank_line_and_uses_the_newline_of_the_file(string before, string after) =>
        Assert.Equal(after, Set(before));

    [Theory]
    [InlineData("[a]\nk = old\n[b]\n", "[a]\nk = new\nl = 2\n[b]\n")]
    [InlineData("[a]\nl=1\nregion = x\nK  =old\n", "[a]\nl = 2\nregion = x\nk = new\n")]
    [InlineData("[a]\n  region = x\n  k = old\n", "[a]\n  region = x\n  k = new\nl = 2\n")]
    [InlineData("[a]\n  output =\n  k = old\n", "[a]\n  output =\nk = new\nl = 2\n")]
    [InlineData("[a]\nk = old", "[a]\nk = new\nl = 2\n")]
    [InlineData("[a]\nk = old\r\n", "[a]\nk = new\r\nl = 2\r\n")]
    public void A_key_is_replaced_where_it_stands(string before, string after) => Assert.Equal(after, Set(before));

    [Theory]
    [InlineData("[a]\nregion = x\n\n# about b\n[b]\n", "[a]\nregion = x\nk = new\nl = 2\n\n# about b\n[b]\n")]
    [InlineData("[a]\ns3 =\n  x = 1\n\n[b]\n", "[a]\ns3 =\n  x = 1\nk = new\nl = 2\n\n[b]\n")]
    [InlineData("[a]\r\n\nx\r", "[a]\r\nk = new\r\nl = 2\r\n\nx\r")]
    [InlineData("[a]\rk = 1\r\n\n", "[a]\rk = new\r\nl = 2\r\n\n")]
    [InlineData("[a]\rx = 1\n\n", "[a]\rx = 1\nk = new\nl = 2\n\n")]
    [InlineData("[a]\n\n# note\n", "[a]\nk = new\nl = 2\n\n# note\n")]
    [InlineData("[a]\nregion = x\n# the end", "[a]\nregion = x\nk = new\nl = 2\n# the end")]
    public void A_missing_key_is_added_before_trailing_blank_lines_and_comments(string before, string after) =>
        Assert.Equal(after, Set(before));

    [Fact]
    public void A_comment_without_newline_at_the_end_swallows_no_key() =>
        Assert.Equal("[b]\n# the end\n\n[a]\nk = new\nl = 2\n", Set("[b]\n# the end"));

    [Theory]
    [InlineData("[ a ]\nk = 1\n", "[ a ]\nk = new\nl = 2\n")]
    [InlineData("  [a]\nk = 1\n", "  [a]\nk = new\nl = 2\n")]
    [InlineData("[a] # c\nk = 1\n", "[a] # c\nk = new\nl = 2\n")]
    [InlineData("[a];c\nk = 1\n", "[a];c\nk = new\nl = 2\n")]
    [InlineData("\uFEFF[a]\nk = 1\n", "\uFEFF[a]\nk = new\nl = 2\n")]
    public void A_header_is_found_however_it_is_written(string before, string after) => Assert.Equal(after, Set(before));

    [Fact]
    public void What_continues_a_replaced_key_goes_with_it() =>
        Assert.Equal("[a]\nk = new\nregion = x\nl = 2\n", Set("[a]\nk = 1\n  more\n\tand more\nregion = x\n"));

    [Fact]
    public void A_comment_between_continuations_stays_where_no_reader_takes_it_for_a_value() =>
        Assert.Equal("[a]\nk = new\n# c\nregion = x\nl = 2\n", Set("[a]\nk =\n  x = 1\n  # c\n  y = 2\nregion = x\n"));

    [Fact]
    public void Keys_of_any_case_and_separator_end_as_one() =>
        Assert.Equal("[a]\nk = new\nregion = x\nl = 2\n", Set("[a]\nK = 1\nk = 2\nregion = x\nk : 3=\n  more\n"));

    [Fact]
    public void Repeated_sections_end_as_one_with_the_other_lines_of_the_later() =>
        Assert.Equal(
            "[a]\nk = new\n# one\n# two\nregion = x\nl = 2\n[b]\ny = 1\n",
            Set("[a]\nk = 1\n# one\n[b]\ny = 1\n[a]\n# two\nk = 2\nregion = x\nl = 1\n"));

    [Fact]
    public void Repeated_other_keys_of_the_section_end_as_the_last_and_are_reported()
    {
        var editor = new IniEditor(Parse("[a]\nregion = x\nREGION = y\n"));
        editor.Set("a", Properties, []);
        Assert.Equal("[a]\nREGION = y\nk = new\nl = 2\n", Text(editor));
        Assert.Equal([(2, "region")], editor.Dropped.Select(line => (line.Number, line.Name)));
    }

    [Fact]
    public void A_repeated_key_that_continues_another_for_botocore_stays() =>
        Assert.Equal("[a]\nother: v\n  region = x\nregion = y\nk = new\nl = 2\n", Set("[a]\nother: v\n  region = x\nregion = y\n"));

    [Fact]
    public void Nested_keys_of_the_same_name_are_left_alone() =>
        Assert.Equal("[a]\ns3 =\n  k = nested\nk = new\nl = 2\n", Set("[a]\ns3 =\n  k = nested\n"));

    [Theory]
    [InlineData("[b]\nx = 1\n  [a]\n  k = 1\n", 3)]
    [InlineData("[b]\n\f[a]\n", 2)]
    [InlineData("[a] # [old]\n", 1)]
    [InlineData("[a]\nregion = x\n  k = hidden\n", 3)]
    [InlineData("[a]\nk = 1\n  [b]\n", 3)]
    [InlineData("[a]\nregion = x\n  [b]\nk = 1\n", 3)]
    [InlineData("[a]\nx = 1\n  more = 1\ny = 1\n  more = 1\n", 5)]
    [InlineData("[a]\nx = 1\ny = 1\n  x = 1\n", 4)]
    [InlineData("[a]\nk =\nother: v\n  l = 1\n", 4)]
    [InlineData("[a]\nother: v\n  k = 1\n", 3)]
    [InlineData("[a]\nother: v\n  x = 1\n  # c\n\n  l = 1\n", 6)]
    public void Lines_that_tools_read_differently_are_refused_by_number(string before, int line)
    {
        var editor = new IniEditor(Parse(before));
        var error = Assert.Throws<IniEditException>(() => editor.Set("a", Properties, []));
        Assert.Equal(line, error.Line);
        Assert.Equal(before, Text(editor));
    }

    [Theory]
    [InlineData("[a]\n  [b]\nx = 1\n")]
    [InlineData("[a]\nx = 1\n[a]\n  y = 1\n")]
    public void An_edit_that_would_make_a_line_mean_something_else_is_refused(string before)
    {
        var editor = new IniEditor(Parse(before));
        editor.Set("a", Properties, []);
        Assert.Throws<IniEditException>(() => editor.ToDocument());
    }

    [Theory]
    [InlineData("a\nb")]
    [InlineData("a\rb")]
    [InlineData("a]")]
    [InlineData("a\0")]
    [InlineData("a\u0085b")]
    [InlineData(" a")]
    [InlineData("a\t")]
    [InlineData("")]
    [InlineData("#a")]
    [InlineData("a ;b")]
    public void A_text_that_cannot_be_written_is_refused_and_not_quoted(string text)
    {
        var editor = new IniEditor(Parse(""));
        var value = Assert.Throws<IniEditException>(() => editor.Set("a", [new("k", text)], []));
        var name = Assert.Throws<IniEditException>(() => editor.Set(text, Properties, []));
        Assert.StartsWith("the value of k ", value.Message, StringComparison.Ordinal);
        Assert.StartsWith("the section name ", name.Message, StringComparison.Ordinal);
        Assert.True(text.Trim().Length < 2 || !value.Message.Contains(text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_text_that_is_no_valid_unicode_is_refused() =>
        Assert.Throws<IniEditException>(() => new IniEditor(Parse("")).Set("a", [new("k", "a" + (char)0xD800)], []));

    [Theory]
    [InlineData("[b]\nx = 1\n", "[b]\nx = 1\n")]
    [InlineData("", "")]
    [InlineData("# c\n\n[b]\n", "# c\n\n[b]\n")]
    public void Setting_and_removing_a_new_section_gives_the_file_back(string before, string after)
    {
        var editor = new IniEditor(Parse(Set(before)));
        editor.RemoveKeys("a", ["k", "l"]);
        Assert.Equal(after, Text(editor));
    }

    [Theory]
    [InlineData("[a]\nk = 1\n\n[b]\n", "[b]\n")]
    [InlineData("[z]\n\n[a]\nk = 1\n\n[b]\n", "[z]\n\n[b]\n")]
    [InlineData("[a]\nk = 1\nregion = x\n", "[a]\nregion = x\n")]
    [InlineData("[z]\n\n[a]\nk = 1\n# about b\n[b]\n", "[z]\n\n# about b\n[b]\n")]
    public void Removing_keys_leaves_what_else_stands_there(string before, string after)
    {
        var editor = new IniEditor(Parse(before));
        editor.RemoveKeys("a", ["k", "l"]);
        Assert.Equal(after, Text(editor));
    }

    [Fact]
    public void Removing_a_section_takes_all_its_keys_but_not_the_comments_behind_them()
    {
        var editor = new IniEditor(Parse("[z]\n\n[a]\n# mine\nk = 1\nregion = x\n\n# about b\n[b]\nx = 1\n"));
        editor.RemoveSection("a");
        Assert.Equal("[z]\n\n# about b\n[b]\nx = 1\n", Text(editor));
    }

    [Theory]
    [InlineData("[a]\nk = 1\n[b\nk = 2\nm = 3\n", "[a]\nk = new\nl = 2\n[b\nk = 2\nm = 3\n")]
    [InlineData("[b\nk = 2\n[a]\nk = 1\n", "[b\nk = 2\n[a]\nk = new\nl = 2\n")]
    [InlineData("[b\nk = 2\n", "[b\nk = 2\n\n[a]\nk = new\nl = 2\n")]
    [InlineData("[a]\nk = 1\n[b\nk = 2\n[a]\nk = 3\n", "[a]\nk = new\nl = 2\n[b\nk = 2\n")]
    public void What_stands_below_a_broken_header_is_not_edited(string before, string after) => Assert.Equal(after, Set(before));

    [Theory]
    [InlineData("[a\nk = 1\n", 1)]
    [InlineData("[x]\n[a # no bracket\nk = 1\n", 2)]
    [InlineData("[a]\nk = 1\n\uFEFF[b]\nk = 2\n", 3)] // two files that were joined
    [InlineData("[a]\nk = 1\n\u200B[b]\nk = 2\n", 3)]
    public void Where_the_own_section_cannot_be_told_nothing_is_edited(string before, int line)
    {
        var error = Assert.Throws<IniEditException>(() => Set(before));

        Assert.Equal(line, error.Line);
    }

    [Fact]
    public void Keys_and_sections_are_removed_only_above_a_broken_header()
    {
        const string Before = "[a]\nk = 1\n[b\nk = 2\n";
        var keys = new IniEditor(Parse(Before));
        keys.RemoveKeys("a", ["k"]);
        var section = new IniEditor(Parse(Before));
        section.RemoveSection("a");

        Assert.Equal("[b\nk = 2\n", Text(keys));
        Assert.Equal("[b\nk = 2\n", Text(section));
    }

    private static KeyValuePair<string, string>[] Properties => [new("k", "new"), new("l", "2")];

    private static IniDocument Parse(string text) => IniDocument.Parse(Encoding.UTF8.GetBytes(text));

    private static string Text(IniEditor editor) => Encoding.UTF8.GetString(editor.ToDocument().Render());

    private static string Set(string before)
    {
        var editor = new IniEditor(Parse(before));
        editor.Set("a", Properties, []);
        return Text(editor);
    }
}
