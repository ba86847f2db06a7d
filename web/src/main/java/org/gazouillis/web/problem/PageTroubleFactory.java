package org.gazouillis.web.problem;

import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;

/// Puts [PageTrouble] around the handler that Faces and OmniFaces have.
public class PageTroubleFactory extends ExceptionHandlerFactory {
    public PageTroubleFactory(ExceptionHandlerFactory wrapped) {
        super(wrapped);
    }

    @Override
    public ExceptionHandler getExceptionHandler() {
        return new PageTrouble(getWrapped().getExceptionHandler());
    }
}
