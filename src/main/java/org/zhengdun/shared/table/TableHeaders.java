package org.zhengdun.shared.table;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;

/** What every form of a tabular answer says about itself. */
@Provider
class TableHeaders implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Tabular) {
            response.getHeaders().putSingle(HttpHeaders.VARY, "Accept, Accept-Language, Authorization");
        }
    }

    /** Names the file and its exact type. */
    static void file(MultivaluedMap<String, Object> headers, String type, String name) {
        headers.putSingle(HttpHeaders.CONTENT_TYPE, type);
        headers.putSingle(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
    }
}
