"""Paths of this room; signing in itself is allauth's, under /account/."""

from django.urls import path

from werklandschap.kern.toegang import views

urlpatterns = [path("account/", views.account, name="account")]
