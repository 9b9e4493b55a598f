namespace AwsSsoCredentials.Flows;

/// <summary>PlanCredentialsProfile: what <see cref="WriteFlow"/> would do, without doing it.</summary>
internal sealed class PlanFlow(FlowRooms rooms)
{
    /// <exception cref="SsoConfigurationException">As <see cref="WriteFlow"/>.</exception>
    /// <exception cref="SsoFileException">The file cannot be read.</exception>
    public CredentialsProfilePlan Run(SsoCredentials credentials, WriteCredentialsProfileSettings settings)
    {
        CredentialsProfilePlan plan = rooms.CredentialsFile.Plan(credentials, settings.TargetProfile ?? credentials.Profile, settings.Overwrite);
        string change = plan switch
        {
            { IsNewProfile: true } => "would be added",
            { Changes.Count: 0 } => "would stay as it is",
            { Changes.Count: 1 } => "would change in 1 key",
            _ => FormattableString.Invariant($"would change in {plan.Changes.Count} keys"),
        };
        rooms.Log.Information($"{plan.Path} credentials file left as it is: profile [{OneLine.Of(plan.TargetProfile)}] {change}.");
        foreach (string warning in plan.Warnings)
        {
            rooms.Log.Warning(warning);
        }

        return plan;
    }
}
