using System.Reflection;
using Cake.Core;
using Cake.Core.Diagnostics;

namespace Cake.Frosting.Hosting;

/// <summary>Makes the task classes and the lifetime known to Cake's engine.</summary>
internal sealed class TaskRegistration(
    ICakeEngine engine,
    IFrostingContext context,
    ICakeLog log,
    IEnumerable<IFrostingTask> tasks,
    IFrostingSetup? setup = null,
    IFrostingTeardown? teardown = null)
{
    public void Register()
    {
        foreach (IFrostingTask task in tasks)
        {
            Register(task);
        }

        if (setup is not null)
        {
            engine.RegisterSetupAction(info => setup.Setup(context, info));
        }

        if (teardown is not null)
        {
            engine.RegisterTeardownAction(info => teardown.Teardown(context, info));
        }
    }

    private static string NameOf(Type task) => task.GetCustomAttribute<TaskNameAttribute>()?.Name ?? task.Name;

    private void Register(IFrostingTask task)
    {
        Type type = task.GetType();
        if (task is not ITypedTask typed)
        {
            throw new FrostingException($"The task {type} must derive from FrostingTask or AsyncFrostingTask.");
        }

        if (!typed.ContextType.IsInstanceOfType(context))
        {
            log.Warning("The task {0} is left out: it wants a context of type {1}, and this build's is {2}.", NameOf(type), typed.ContextType, context.GetType());
            return;
        }

        CakeTaskBuilder builder = engine.RegisterTask(NameOf(type));
        if (type.GetCustomAttribute<TaskDescriptionAttribute>()?.Description is { } description)
        {
            builder.Description(description);
        }

        foreach (IsDependentOnAttribute dependency in type.GetCustomAttributes<IsDependentOnAttribute>())
        {
            builder.IsDependentOn(NameOf(Checked(dependency.Task, type)));
        }

        foreach (IsDependeeOfAttribute dependee in type.GetCustomAttributes<IsDependeeOfAttribute>())
        {
            builder.IsDependeeOf(NameOf(Checked(dependee.Task, type)));
        }

        AddWork(builder, task, typed);
    }

    // Only what the task implements itself: an error handler alone, be it empty, would make Cake take every failure for dealt with.
    private void AddWork(CakeTaskBuilder builder, IFrostingTask task, ITypedTask typed)
    {
        if (typed.Implements(nameof(FrostingTask.Run)) || typed.Implements(nameof(AsyncFrostingTask.RunAsync)))
        {
            builder.Does(task.RunAsync);
        }

        if (typed.Implements(nameof(IFrostingTask.ShouldRun)))
        {
            builder.WithCriteria(task.ShouldRun, task.SkippedMessage);
        }

        if (task.GetType().IsDefined(typeof(ContinueOnErrorAttribute)))
        {
            builder.ContinueOnError();
        }

        if (typed.Implements(nameof(IFrostingTask.OnError)))
        {
            builder.OnError(failure => task.OnError(failure, context));
        }

        if (typed.Implements(nameof(IFrostingTask.Finally)))
        {
            builder.Finally(() => task.Finally(context));
        }
    }

    private static Type Checked(Type other, Type task) => other.IsAssignableTo(typeof(IFrostingTask))
        ? other
        : throw new FrostingException($"The task {task} names {other}, which is no task.");
}
