package dev.tenure.lifecycle.expression;

import dev.tenure.lifecycle.expression.Node.Term;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Collects the names that a tree refers to, in a loop, so that no tree is too deep. */
final class References {

    private References() {}

    static List<Reference> in(Node tree) {
        List<Reference> found = new ArrayList<>();
        Deque<Node> todo = new ArrayDeque<>();
        todo.push(tree);
        while (!todo.isEmpty()) {
            Node node = todo.pop();
            if (node instanceof Node.Name name) {
                found.add(new Reference("", name.name(), name.position()));
            } else if (node instanceof Node.Member member && member.of() instanceof Node.Name profile) {
                found.add(new Reference(profile.name(), member.name(), profile.position()));
            } else {
                List<Node> children = children(node);
                for (int i = children.size() - 1; i >= 0; i--) {
                    todo.push(children.get(i));
                }
            }
        }
        return List.copyOf(found);
    }

    private static List<Node> children(Node node) {
        if (node instanceof Node.Member member) {
            return List.of(member.of());
        }
        if (node instanceof Node.Index index) {
            return List.of(index.of(), index.index());
        }
        if (node instanceof Node.Call call) {
            return call.arguments();
        }
        if (node instanceof Node.Elements elements) {
            return elements.elements();
        }
        if (node instanceof Node.Unary unary) {
            return List.of(unary.operand());
        }
        if (node instanceof Node.Sum sum) {
            List<Node> operands = new ArrayList<>(List.of(sum.first()));
            for (Term term : sum.rest()) {
                operands.add(term.operand());
            }
            return operands;
        }
        if (node instanceof Node.Relation relation) {
            return List.of(relation.left(), relation.right());
        }
        if (node instanceof Node.Junction junction) {
            return junction.operands();
        }
        if (node instanceof Node.Conditional conditional) {
            return List.of(conditional.condition(), conditional.then(), conditional.otherwise());
        }
        if (node instanceof Node.Elvis elvis) {
            return List.of(elvis.value(), elvis.otherwise());
        }
        return List.of();
    }
}
