package org.zhengdun.shared.contract;

import java.util.Map;
import java.util.TreeMap;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.jboss.jandex.IndexView;
import org.zhengdun.shared.web.ResourceIndex;

/**
 * Adds to every operation its permission, roles, security, real status, problem answers and examples, and makes the
 * document independent of the order in which classes were found.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class ContractFilter implements OASFilter {

    private final Map<String, ResourceMethod> methods;
    private final RecordSchemas records;
    private final EnumSchemas enums;

    public ContractFilter() {
        IndexView index = ResourceIndex.read();
        this.methods = ResourceMethod.byOperationId(index);
        this.records = new RecordSchemas(index);
        this.enums = new EnumSchemas(index);
    }

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        if (contract.getComponents() == null) {
            contract.setComponents(OASFactory.createComponents());
        }
        Components components = contract.getComponents();
        SharedComponents shared = new SharedComponents(components);
        sort(contract);
        contract.getPaths().getPathItems().values().forEach(path -> complete(path, shared));
        shared.declare();
        enums.complete(components.getSchemas());
        records.complete(components.getSchemas());
        Tags.declare(contract);
    }

    private void complete(PathItem path, SharedComponents shared) {
        path.getOperations().forEach((verb, operation) -> {
            ResourceMethod method = methods.get(operation.getOperationId());
            if (method != null) {
                new OperationContract(operation, method, shared).complete();
            }
        });
    }

    private static void sort(OpenAPI contract) {
        Map<String, PathItem> paths = new TreeMap<>(contract.getPaths().getPathItems());
        contract.getPaths().setPathItems(paths);
        Components components = contract.getComponents();
        if (components.getSchemas() != null) {
            components.setSchemas(new TreeMap<>(components.getSchemas()));
        }
    }
}
