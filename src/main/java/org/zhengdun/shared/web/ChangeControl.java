package org.zhengdun.shared.web;

import jakarta.ws.rs.HeaderParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What steers the change of an existing object: the version it is based on, repeat safely, or only try. */
public class ChangeControl extends CreateControl {

    @HeaderParam("If-Match")
    @Parameter(description = "Entity tag the change is based on; without it 428, stale 412")
    @Nullable
    String ifMatch;

    /** Refuses the change unless it is based on this version. */
    public void requireVersion(long current) {
        Etags.require(ifMatch, current);
    }
}
