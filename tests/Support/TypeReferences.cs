using System.Reflection;
using System.Reflection.Emit;

namespace AwsSsoCredentials.Tests.Support;

/// <summary>What a compiled type refers to: in its signatures, its attributes and the code of its methods.</summary>
public static class TypeReferences
{
    private const BindingFlags Everything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> OpCodeOf = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    public static IReadOnlySet<Type> TypesOf(Type type)
    {
        var types = new HashSet<Type>();
        foreach (MemberInfo member in MembersOf(type))
        {
            AddMember(types, member);
        }

        return types;
    }

    /// <summary>The members that the type's own code calls or loads, and the members it declares.</summary>
    public static IEnumerable<MemberInfo> MembersOf(Type type)
    {
        yield return type;
        foreach (Type parent in new[] { type.BaseType }.OfType<Type>().Concat(type.GetInterfaces()))
        {
            yield return parent;
        }

        foreach (CustomAttributeData attribute in type.GetCustomAttributesData())
        {
            yield return attribute.AttributeType;
        }

        foreach (MemberInfo member in type.GetMembers(Everything).Where(member => member is not Type))
        {
            yield return member;
            foreach (CustomAttributeData attribute in member.GetCustomAttributesData())
            {
                yield return attribute.AttributeType;
            }

            if (member is MethodBase method)
            {
                foreach (MemberInfo used in UsedBy(method))
                {
                    yield return used;
                }
            }
        }
    }

    private static IEnumerable<MemberInfo> UsedBy(MethodBase method)
    {
        if (method.GetMethodBody() is not { } body)
        {
            yield break;
        }

        foreach (LocalVariableInfo local in body.LocalVariables)
        {
            yield return local.LocalType;
        }

        foreach (ExceptionHandlingClause clause in body.ExceptionHandlingClauses)
        {
            if (clause.Flags == ExceptionHandlingClauseOptions.Clause && clause.CatchType is { } caught)
            {
                yield return caught;
            }
        }

        byte[] code = body.GetILAsByteArray()!;
        Type[]? typeArguments = method.DeclaringType is { IsGenericType: true } owner ? owner.GetGenericArguments() : null;
        Type[]? methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        for (int at = 0; at < code.Length;)
        {
            short value = code[at++];
            if (value == 0xFE)
            {
                value = (short)(0xFE00 | code[at++]);
            }

            OpCode opCode = OpCodeOf[value];
            switch (opCode.OperandType)
            {
                case OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok:
                    if (method.Module.ResolveMember(BitConverter.ToInt32(code, at), typeArguments, methodArguments) is { } used)
                    {
                        yield return used;
                    }

                    at += 4;
                    break;
                case OperandType.InlineSwitch:
                    at += 4 + (4 * BitConverter.ToInt32(code, at));
                    break;
                default:
                    at += SizeOf(opCode.OperandType);
                    break;
            }
        }
    }

    private static int SizeOf(OperandType operand) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        _ => 4,
    };

    private static void AddMember(HashSet<Type> types, MemberInfo member)
    {
        switch (member)
        {
            case Type type:
                AddType(types, type);
                return;
            case FieldInfo field:
                AddType(types, field.FieldType);
                break;
            case PropertyInfo property:
                AddType(types, property.PropertyType);
                break;
            case EventInfo happening:
                AddType(types, happening.EventHandlerType!);
                break;
            case MethodBase method:
                foreach (ParameterInfo parameter in method.GetParameters())
                {
                    AddType(types, parameter.ParameterType);
                }

                if (method is MethodInfo { ReturnType: { } result })
                {
                    AddType(types, result);
                }

                if (method.IsGenericMethod)
                {
                    foreach (Type argument in method.GetGenericArguments())
                    {
                        AddType(types, argument);
                    }
                }

                break;
        }

        if (member.DeclaringType is { } declaring)
        {
            AddType(types, declaring);
        }
    }

    private static void AddType(HashSet<Type> types, Type type)
    {
        if (type.HasElementType)
        {
            AddType(types, type.GetElementType()!);
            return;
        }

        if (type.IsGenericParameter || !types.Add(type.IsGenericType ? type.GetGenericTypeDefinition() : type))
        {
            return;
        }

        if (type.IsGenericType)
        {
            foreach (Type argument in type.GetGenericArguments())
            {
                AddType(types, argument);
            }
        }
    }
}
