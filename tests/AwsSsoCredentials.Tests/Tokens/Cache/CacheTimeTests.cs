using AwsSsoCredentials.Tokens.Cache;

namespace AwsSsoCredentials.Tests.Tokens.Cache;

public sealed class CacheTimeTests
{
    [Theory]
    [Trait("Case", "64")]
    [InlineData("2026-11-22T07:53:33Z", 0)]
    [InlineData("2026-11-22T07:53:33UTC", 0)]
    [InlineData("2026-11-22T07:53:33 UTC", 0)]
    [InlineData("2026-11-22T07:53:33.9Z", 9_000_000)]
    [InlineData("2026-11-22T07:53:33.793Z", 7_930_000)]
    [InlineData("2026-11-22T07:53:33.7936049Z", 7_936_049)]
    [InlineData("2026-11-22T07:53:33.793UTC", 7_930_000)]
    [InlineData("2026-11-22T07:53:33+00:00", 0)]
    [InlineData("2026-11-22T07:53:33+0000", 0)]
    [InlineData("2026-11-22T09:53:33+02:00", 0)]
    [InlineData("2026-11-22T02:53:33-0500", 0)]
    [InlineData("2026-11-22T09:53:33.793+02:00", 7_930_000)]
    [InlineData("2026-11-22 07:53:33Z", 0)]
    [InlineData("2026-11-22t07:53:33z", 0)]
    [InlineData(" 2026-11-22T07:53:33Z ", 0)]
    [InlineData("2026-11-22T07:53:33.238851270Z", 2_388_512)] // AWS SDK for Java, ISO_INSTANT
    [InlineData("2026-11-22t07:53:33.238851270z", 2_388_512)]
    [InlineData("2026-11-22T09:53:33.238851270+02:00", 2_388_512)]
    [InlineData("2026-11-22T07:53:33.2Z", 2_000_000)]
    [InlineData("2026-11-22T07:53:33.00000000000000000000000001Z", 0)]
    [InlineData("2026-11-22T07:53:33,5Z", 5_000_000)] // ISO 8601 prefers the comma
    [InlineData("2026-11-22T07:53:33-00:00", 0)]
    [InlineData("2026-11-22T09:53:33+02", 0)]
    [InlineData("2026-11-22T07:53:33 +0000", 0)]
    public void Case_64_every_form_that_a_tool_writes_is_read(string text, long ticks)
    {
        Assert.True(CacheTime.TryParse(text, out var instant, out var zoneMissing));
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 7, 53, 33, TimeSpan.Zero).AddTicks(ticks), instant);
        Assert.Equal(TimeSpan.Zero, instant.Offset);
        Assert.False(zoneMissing);
    }

    [Theory]
    [Trait("Case", "65")]
    [InlineData("2026-11-22T07:53:33")]
    [InlineData("2026-11-22 07:53:33")]
    public void Case_65_a_time_without_zone_is_utc_and_said_to_be_so(string text)
    {
        Assert.True(CacheTime.TryParse(text, out var instant, out var zoneMissing));
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 7, 53, 33, TimeSpan.Zero), instant);
        Assert.True(zoneMissing);
    }

    [Theory]
    [Trait("Case", "65")]
    [InlineData("")]
    [InlineData("tomorrow")]
    [InlineData("UTC")]
    [InlineData("1795333413")]
    [InlineData("11/22/2026 07:53:33")]
    [InlineData("2026-11-22")]
    [InlineData("2026-13-22T07:53:33Z")]
    [InlineData("2026-11-22T07:53:33ZZ")]
    [InlineData("2026-11-22T07:53:33.Z")]
    [InlineData("2026-11-22T07:53:61Z")]
    [InlineData("2026-11-22T24:53:33Z")]
    [InlineData("2026-02-29T07:53:33Z")]
    [InlineData("2026-11-22T07:53:33+24:00")]
    [InlineData("2026-11-22T07:53:33+00:00+0000")]
    [InlineData("0001-01-01T00:00:00+01:00")]
    [InlineData("9999-12-31T23:59:59-01:00")]
    public void Case_65_rubbish_is_no_time(string text) => Assert.False(CacheTime.TryParse(text, out _, out _));

    [Theory]
    [InlineData("2026-11-22T07:53Z", 7, 53, 0)] // OffsetDateTime.toString of Java
    [InlineData("2026-11-22T23:59:60Z", 24, 0, 0)] // a leap second, as RFC 3339 has it
    public void A_minute_without_seconds_and_a_leap_second_are_read(string text, int hours, int minutes, int seconds)
    {
        Assert.True(CacheTime.TryParse(text, out var instant, out _));
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 0, 0, 0, TimeSpan.Zero) + new TimeSpan(hours, minutes, seconds), instant);
    }

    [Fact]
    public void A_time_is_written_in_utc_and_whole_seconds() =>
        Assert.Equal(
            "2026-11-22T07:53:33Z", CacheTime.Format(new DateTimeOffset(2026, 11, 22, 9, 53, 33, 999, TimeSpan.FromHours(2))));
}
